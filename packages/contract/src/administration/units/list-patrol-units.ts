import * as z from 'zod';
import { query } from '../../platform/operation.ts';
import { pageOf, pageRequest } from '../../platform/paging.ts';

/** A patrol unit with its homes in the tree. */
export const homedPatrolUnit = z.object({
  patrolUnitId: z.number().int(),
  callSign: z.string(),
  kind: z.string(),
  roomId: z.number().int(),
  stationId: z.number().int().nullable(),
  /** False for one that is out of use and stays for history. */
  active: z.boolean(),
  version: z.number().int(),
});
export type HomedPatrolUnit = z.infer<typeof homedPatrolUnit>;

/** Patrol units at home in a unit or in one under it, by call sign. */
export const listPatrolUnits = query('organisation.manage', {
  path: '/organisation/units/{unitId}/patrol-units',
  summary: 'Patrol units at home in a unit',
  tag: 'administration',
})
  .input(pageRequest.extend({ unitId: z.coerce.number().int() }))
  .output(pageOf(homedPatrolUnit));
