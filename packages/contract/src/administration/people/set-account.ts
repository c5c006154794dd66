import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { typedText } from '../../platform/text.ts';
import { temporaryPassword, userName } from './person-input.ts';

/**
 * Gives a person a sign-in account, or a temporary password for the one they have (`userName` must then be absent or the
 * same). Every open session of theirs ends, and at the next sign-in they choose a password of their own. Never one's own: that is changed with the present one.
 */
export const setAccount = command('people.manage', {
  path: '/people/{personId}/account',
  method: 'PUT',
  summary: 'Give an account or a temporary password',
  tag: 'administration',
})
  .input(
    commandHeader.extend({
      personId: z.uuid(),
      userName: userName.optional(),
      password: temporaryPassword,
      reason: typedText(500).optional(),
    }),
  )
  .output(z.object({ userName: z.string() }));
