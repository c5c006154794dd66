import * as z from 'zod';
import { query } from '../../platform/operation.ts';
import { apiToken } from '../list-tokens.ts';
import { organisationChange } from '../organisation-change.ts';

/** A person with every post they held, hold and will hold (the newest 200), the state of their account, their tokens, and what was changed. */
export const getPerson = query('people.manage', {
  path: '/people/{personId}',
  summary: 'A person',
  tag: 'administration',
})
  .input(z.object({ personId: z.uuid() }))
  .output(
    z.object({
      person: z.object({
        personId: z.uuid(),
        nameAr: z.string(),
        nameLatin: z.string(),
        serviceNumber: z.string().nullable(),
        userName: z.string().nullable(),
        language: z.enum(['ar', 'en', 'fr']),
        active: z.boolean(),
        validFrom: z.string(),
        validTo: z.string().nullable(),
        version: z.number().int(),
      }),
      /** False where a post lies outside one's area: then only the posts inside it may be given and ended. */
      mayChange: z.boolean(),
      account: z.object({
        exists: z.boolean(),
        secondFactor: z.boolean(),
        openSessions: z.number().int(),
        /** Since when an administrator keeps it locked; null where none does. */
        lockedAt: z.iso.datetime().nullable(),
        /** Too many wrong attempts in the last minutes: it opens by itself, or is unlocked. */
        lockedByAttempts: z.boolean(),
        /** An administrator set the password: at the next sign-in the person chooses their own before anything else. */
        temporaryPassword: z.boolean(),
      }),
      /** Tokens of programs that still work, the newest first. */
      tokens: z.array(apiToken),
      posts: z.array(
        z.object({
          postId: z.uuid(),
          roleId: z.number().int(),
          unitId: z.number().int(),
          validFrom: z.string(),
          validTo: z.string().nullable(),
          state: z.enum(['now', 'to_come', 'over']),
          mayEnd: z.boolean(),
        }),
      ),
      /** The newest fifty. */
      changes: z.array(organisationChange),
    }),
  );
