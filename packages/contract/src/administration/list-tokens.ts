import * as z from 'zod';
import { query } from '../platform/operation.ts';

export const apiToken = z.object({
  tokenId: z.uuid(),
  name: z.string(),
  /** Null: all that its person may do. */
  actions: z.array(z.string()).nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
  /** To the minute; null when it was never used. */
  lastUsedAt: z.iso.datetime().nullable(),
});
export type ApiToken = z.infer<typeof apiToken>;

/** One's own tokens, the newest first, at most two hundred. The secrets are not known to the server. */
export const listTokens = query('account.self', {
  path: '/account/tokens',
  summary: 'My tokens',
  tag: 'administration',
}).output(z.array(apiToken));
