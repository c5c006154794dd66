import * as z from 'zod';
import { query } from '../platform/operation.ts';

/** Where one is signed in, this session first. At most a hundred. */
export const listSessions = query('account.self', {
  path: '/account/sessions',
  summary: 'My sessions',
  tag: 'administration',
}).output(
  z.array(
    z.object({
      sessionId: z.string(),
      current: z.boolean(),
      startedAt: z.iso.datetime(),
      lastUsedAt: z.iso.datetime(),
      address: z.string().nullable(),
      /** What the browser calls itself. */
      browser: z.string().nullable(),
    }),
  ),
);
