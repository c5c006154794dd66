import * as z from 'zod';
import { query } from '../platform/operation.ts';

const unitView = z.object({
  unitId: z.number().int(),
  kind: z.string(),
  code: z.string(),
  nameAr: z.string(),
  nameEn: z.string(),
  nameFr: z.string(),
  parentId: z.number().int().nullable(),
  forceId: z.number().int(),
  timeZone: z.string(),
  practice: z.boolean(),
  bounds: z.array(z.number()).nullable(),
});

/**
 * Who I am and what I may do: person, posts with their role, the rooms whose boards I may see, and per action the
 * units it reaches, so that a screen offers only what the server will accept (the server decides again).
 */
export const getSession = query('session.self', {
  path: '/session',
  summary: 'My session',
  tag: 'administration',
}).output(
  z.object({
    person: z.object({
      personId: z.uuid(),
      userName: z.string().nullable(),
      nameAr: z.string(),
      nameLatin: z.string(),
      language: z.enum(['ar', 'en', 'fr']),
    }),
    posts: z.array(
      z.object({
        postId: z.uuid(),
        unitId: z.number().int(),
        roleCode: z.string(),
        roleNameAr: z.string(),
        roleNameEn: z.string(),
        roleNameFr: z.string(),
      }),
    ),
    actions: z.array(z.string()),
    units: z.array(unitView),
    boardRoomIds: z.array(z.number().int()),
    logRoomIds: z.array(z.number().int()),
    /** Whether a second step is on at sign-in, and whether a post demands one that is not. */
    secondFactor: z.object({ on: z.boolean(), required: z.boolean() }),
    practice: z.boolean(),
    idleMinutes: z.number(),
    /** For how long a command may wait for a link, and a seat be opened without one. */
    offlineLimitHours: z.number(),
    serverTime: z.iso.datetime(),
  }),
);
