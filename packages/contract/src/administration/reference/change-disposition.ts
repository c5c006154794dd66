import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { typedText } from '../../platform/text.ts';
import { versionSeen } from '../organisation-change.ts';
import { threeNames } from '../units/unit-input.ts';

/** Changes a disposition, or takes it out of use: incidents that ended with it keep it. */
export const changeDisposition = command('reference.manage', {
  path: '/reference/dispositions/{dispositionId}',
  method: 'PUT',
  summary: 'Change a disposition',
  tag: 'administration',
})
  .input(
    commandHeader.extend({
      dispositionId: z.coerce.number().int(),
      version: versionSeen,
      ...threeNames,
      offenceRecorded: z.boolean(),
      active: z.boolean(),
      reason: typedText(500).optional(),
    }),
  )
  .output(z.object({ version: z.number().int(), changed: z.array(z.string()) }));
