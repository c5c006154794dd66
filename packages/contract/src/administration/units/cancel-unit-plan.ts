import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { typedText } from '../../platform/text.ts';
import { versionSeen } from '../organisation-change.ts';

/** What may be planned for a unit and taken back. */
export const unitPlan = z.enum(['move', 'end']);
export type UnitPlan = z.infer<typeof unitPlan>;

/**
 * Takes back what is planned for a unit: a move whose day is to come, or an end whose last day has not passed. The unit then
 * stays where it stands, or goes on standing. That it was planned stays in the history.
 */
export const cancelUnitPlan = command('organisation.manage', {
  path: '/organisation/units/{unitId}/cancel-plan',
  summary: 'Cancel a planned move or end of a unit',
  tag: 'administration',
})
  .input(
    commandHeader.extend({
      unitId: z.coerce.number().int(),
      version: versionSeen,
      plan: unitPlan,
      reason: typedText(500).optional(),
    }),
  )
  .output(z.object({ version: z.number().int() }));
