import * as z from 'zod';
import { query } from '../../platform/operation.ts';
import { organisationChange } from '../organisation-change.ts';

/** What was changed of a patrol unit by those who administer it, the newest fifty changes first. */
export const listPatrolUnitChanges = query('organisation.manage', {
  path: '/organisation/patrol-units/{patrolUnitId}/changes',
  summary: 'Changes of a patrol unit',
  tag: 'administration',
})
  .input(z.object({ patrolUnitId: z.coerce.number().int().positive().max(2_147_483_647) }))
  .output(z.object({ changes: z.array(organisationChange) }));
