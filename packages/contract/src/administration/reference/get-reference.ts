import * as z from 'zod';
import { query } from '../../platform/operation.ts';

const names = { nameAr: z.string(), nameEn: z.string(), nameFr: z.string() };

const keptType = z.object({
  typeId: z.number().int(),
  code: z.string(),
  /** The group it stands in; null for a group. */
  parentId: z.number().int().nullable(),
  ...names,
  aliases: z.array(z.string()),
  iccs: z.string().nullable(),
  attempted: z.boolean().nullable(),
  eido: z.string().nullable(),
  priority: z.number().int(),
  origin: z.enum(['reported', 'police_initiated']),
  requiredFields: z.array(z.string()),
  /** False for a group: it is not chosen for an incident. */
  selectable: z.boolean(),
  active: z.boolean(),
  version: z.number().int(),
});
export type KeptType = z.infer<typeof keptType>;

const keptDisposition = z.object({
  dispositionId: z.number().int(),
  code: z.string(),
  ...names,
  offenceRecorded: z.boolean(),
  active: z.boolean(),
  version: z.number().int(),
});
export type KeptDisposition = z.infer<typeof keptDisposition>;

/**
 * The reference lists with everything that is set in them, what is out of use too. `mayChange`: lists belong to every
 * force, so only who administers all of them changes them.
 */
export const getReference = query('reference.manage', {
  path: '/reference/kept',
  summary: 'Reference lists, as they are administered',
  tag: 'administration',
}).output(z.object({ types: z.array(keptType), dispositions: z.array(keptDisposition), mayChange: z.boolean() }));
