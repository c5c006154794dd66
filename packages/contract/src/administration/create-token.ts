import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';
import { requiredText } from '../platform/text.ts';
import { actionName } from './rights.ts';

/** How a token looks: `msd_` and 32 random bytes in base64url. */
export const tokenPrefix = 'msd_';

/**
 * Makes a token of one's own for a program. The client makes the secret (`msd_` and 32 random bytes) and sends its
 * SHA-256 alone, so that no answer, log or table ever holds it. `actions` gives less than one's own rights, never more.
 */
export const createToken = command('account.self', {
  path: '/account/tokens',
  summary: 'Make a token for a program',
  tag: 'administration',
})
  .input(
    commandHeader.extend({
      tokenId: z.uuid(),
      name: requiredText(80),
      secretDigest: z.string().regex(/^[0-9a-f]{64}$/),
      /** What the program may do; absent: all that its person may. */
      actions: z.array(actionName).min(1).max(100).optional(),
      /** Days until it ends, at most two years. */
      days: z.number().int().min(1).max(730),
    }),
  )
  .output(z.object({ tokenId: z.uuid(), expiresAt: z.iso.datetime() }));
