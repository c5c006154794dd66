import * as z from 'zod';
import { query } from '../../platform/operation.ts';
import { organisationChange } from '../organisation-change.ts';

/** What was changed of a role, the newest fifty changes first: a right that was given or taken stands here with its author. */
export const listRoleChanges = query('role.manage', {
  path: '/roles/{roleId}/changes',
  summary: 'Changes of a role',
  tag: 'administration',
})
  .input(z.object({ roleId: z.coerce.number().int() }))
  .output(z.object({ changes: z.array(organisationChange) }));
