import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';
import { requiredText } from '../platform/text.ts';

/** Takes the second factor from a person who lost it, and ends their sessions. Never one's own. */
export const resetSecondFactor = command('people.manage', {
  path: '/people/{personId}/reset-second-factor',
  summary: 'Reset a second factor',
  tag: 'administration',
})
  .input(commandHeader.extend({ personId: z.uuid(), reason: requiredText(500) }))
  .output(z.object({ wasOn: z.boolean() }));
