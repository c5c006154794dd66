import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { typedText } from '../../platform/text.ts';
import { versionSeen } from '../organisation-change.ts';
import { patrolFields } from './patrol-input.ts';

/**
 * Changes a patrol unit's call sign, kind or home, takes it out of use or back into it. One that works on an incident
 * keeps its room and stays in use until it is clear. What it did stays under it.
 */
export const changePatrolUnit = command('organisation.manage', {
  path: '/organisation/patrol-units/{patrolUnitId}',
  method: 'PUT',
  summary: 'Change a patrol unit',
  tag: 'administration',
})
  .input(
    commandHeader.extend({
      patrolUnitId: z.coerce.number().int().positive().max(2_147_483_647),
      version: versionSeen,
      ...patrolFields,
      active: z.boolean(),
      reason: typedText(500).optional(),
    }),
  )
  .output(z.object({ version: z.number().int(), changed: z.array(z.string()) }));
