import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';

/** Signs oneself out everywhere but here. */
export const endOtherSessions = command('account.self', {
  path: '/account/sessions/end-others',
  summary: 'Sign out elsewhere',
  tag: 'administration',
})
  .input(commandHeader)
  .output(z.object({ ended: z.number().int() }));
