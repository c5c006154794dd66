import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { requiredText } from '../../platform/text.ts';

/** Ends a token that somebody made for a program, at once and for good. */
export const revokePersonToken = command('people.manage', {
  path: '/people/{personId}/tokens/{tokenId}/revoke',
  summary: 'Revoke a person’s token',
  tag: 'administration',
})
  .input(commandHeader.extend({ personId: z.uuid(), tokenId: z.uuid(), reason: requiredText(500) }))
  .output(z.object({ revokedAt: z.iso.datetime() }));
