import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { typedText } from '../../platform/text.ts';
import { dispositionFields } from './type-input.ts';

/** Changes a disposition, or takes it out of use: incidents closed with it keep it. */
export const changeDisposition = command('reference.manage', {
  path: '/reference/dispositions/{dispositionId}',
  method: 'PUT',
  summary: 'Change a disposition',
  tag: 'administration',
})
  .input(
    commandHeader.extend({
      dispositionId: z.coerce.number().int(),
      ...dispositionFields,
      active: z.boolean(),
      reason: typedText(500).optional(),
    }),
  )
  .output(z.object({ changed: z.array(z.string()) }));
