import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { typedText } from '../../platform/text.ts';
import { versionSeen } from '../organisation-change.ts';
import { typeFields } from './list-input.ts';

/** Changes an incident type, or takes it out of use: incidents that have it keep it, none gets it any more. */
export const changeType = command('reference.manage', {
  path: '/reference/types/{typeId}',
  method: 'PUT',
  summary: 'Change an incident type',
  tag: 'administration',
})
  .input(
    commandHeader.extend({
      typeId: z.coerce.number().int(),
      version: versionSeen,
      ...typeFields,
      active: z.boolean(),
      reason: typedText(500).optional(),
    }),
  )
  .output(z.object({ version: z.number().int(), changed: z.array(z.string()) }));
