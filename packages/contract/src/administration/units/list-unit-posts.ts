import * as z from 'zod';
import { query } from '../../platform/operation.ts';
import { pageOf, pageRequest } from '../../platform/paging.ts';

/** A post at a unit, with who holds it. */
export const unitPost = z.object({
  postId: z.uuid(),
  personId: z.uuid(),
  personNameAr: z.string(),
  personNameLatin: z.string(),
  roleNameAr: z.string(),
  roleNameEn: z.string(),
  roleNameFr: z.string(),
  unitId: z.number().int(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
});
export type UnitPost = z.infer<typeof unitPost>;

/**
 * Posts at a unit (`reach: under`: and at all units under it), by the name of who holds them: those of today, or with
 * `state: all` past and coming ones too.
 */
export const listUnitPosts = query('organisation.manage', {
  path: '/organisation/units/{unitId}/posts',
  summary: 'Posts at a unit',
  tag: 'administration',
})
  .input(
    pageRequest.extend({
      unitId: z.coerce.number().int(),
      reach: z.enum(['unit', 'under']).default('unit'),
      state: z.enum(['now', 'all']).default('now'),
      order: z.enum(['ar', 'latin']).default('ar'),
    }),
  )
  .output(pageOf(unitPost));
