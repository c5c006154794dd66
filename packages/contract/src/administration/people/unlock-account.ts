import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { requiredText } from '../../platform/text.ts';

/** Unlocks an account that an administrator locked, or that too many wrong attempts did. */
export const unlockAccount = command('people.manage', {
  path: '/people/{personId}/unlock',
  summary: 'Unlock an account',
  tag: 'administration',
})
  .input(commandHeader.extend({ personId: z.uuid(), reason: requiredText(500) }))
  .output(z.object({ personId: z.uuid() }));
