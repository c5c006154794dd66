import * as z from 'zod';
import { query } from '../../platform/operation.ts';
import { organisationChange } from '../organisation-change.ts';

/** What was changed of an incident type, the newest fifty changes first. */
export const listTypeChanges = query('reference.manage', {
  path: '/reference/types/{typeId}/changes',
  summary: 'Changes of an incident type',
  tag: 'administration',
})
  .input(z.object({ typeId: z.coerce.number().int() }))
  .output(z.object({ changes: z.array(organisationChange) }));
