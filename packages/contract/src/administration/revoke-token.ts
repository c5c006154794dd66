import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';

/** Ends a token of one's own at once and for good. */
export const revokeToken = command('account.self', {
  path: '/account/tokens/{tokenId}/revoke',
  summary: 'Revoke a token',
  tag: 'administration',
})
  .input(commandHeader.extend({ tokenId: z.uuid() }))
  .output(z.object({ revokedAt: z.iso.datetime() }));
