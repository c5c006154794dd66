import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { typedText } from '../../platform/text.ts';
import { typeFields } from './type-input.ts';

/** Changes an incident type or a group, or takes it out of use: incidents of it stay what they are, new ones are not logged. */
export const changeType = command('reference.manage', {
  path: '/reference/types/{typeId}',
  method: 'PUT',
  summary: 'Change an incident type',
  tag: 'administration',
})
  .input(
    commandHeader.extend({
      typeId: z.coerce.number().int(),
      ...typeFields,
      active: z.boolean(),
      reason: typedText(500).optional(),
    }),
  )
  .output(z.object({ changed: z.array(z.string()) }));
