import * as z from 'zod';
import { query } from '../../platform/operation.ts';

/** A person with every post they held, hold and will hold (the newest 200), and the state of their account. */
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
      }),
      /** False where a post lies outside one's area: then only the posts inside it may be given and ended. */
      mayChange: z.boolean(),
      account: z.object({ exists: z.boolean(), secondFactor: z.boolean(), openSessions: z.number().int() }),
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
    }),
  );
