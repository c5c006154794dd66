import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { requiredText } from '../../platform/text.ts';

/**
 * Locks a person's account: their sessions end, their tokens stop, and nobody signs in with it until it is unlocked. Posts
 * stay. Never one's own.
 */
export const lockAccount = command('people.manage', {
  path: '/people/{personId}/lock',
  summary: 'Lock an account',
  tag: 'administration',
})
  .input(commandHeader.extend({ personId: z.uuid(), reason: requiredText(500) }))
  .output(z.object({ lockedAt: z.iso.datetime() }));
