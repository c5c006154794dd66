import * as z from 'zod';
import { query } from '../../platform/operation.ts';
import { pageOf, pageRequest } from '../../platform/paging.ts';

/** A person in the list, with what they hold today (at most five posts). */
export const listedPerson = z.object({
  personId: z.uuid(),
  nameAr: z.string(),
  nameLatin: z.string(),
  serviceNumber: z.string().nullable(),
  userName: z.string().nullable(),
  active: z.boolean(),
  /** An administrator keeps their account locked. */
  locked: z.boolean(),
  posts: z.array(z.object({ roleId: z.number().int(), unitId: z.number().int() })),
});
export type ListedPerson = z.infer<typeof listedPerson>;

/**
 * People of the units that one's right reaches. `search` finds each word anywhere in Arabic name, Latin name, service
 * number or user name, with letters that are typed alike taken as one. `unitId` means the unit and all under it.
 */
export const listPeople = query('people.manage', {
  path: '/people',
  summary: 'People',
  tag: 'administration',
})
  .input(
    pageRequest.extend({
      search: z.string().max(100).optional(),
      unitId: z.coerce.number().int().optional(),
      roleId: z.coerce.number().int().optional(),
      state: z.enum(['active', 'locked', 'ended', 'all']).default('active'),
      order: z.enum(['ar', 'latin']).default('ar'),
    }),
  )
  .output(pageOf(listedPerson));
