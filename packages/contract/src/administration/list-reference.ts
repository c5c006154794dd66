import * as z from 'zod';
import { query } from '../platform/operation.ts';

const names = { nameAr: z.string(), nameEn: z.string(), nameFr: z.string() };

/** The lists a screen needs to speak: incident types, dispositions, limits by priority. A few hundred rows, cached offline. */
export const listReference = query('session.self', {
  path: '/reference',
  summary: 'Reference lists',
  tag: 'administration',
}).output(
  z.object({
    types: z.array(
      z.object({
        typeId: z.number().int(),
        code: z.string(),
        parentId: z.number().int().nullable(),
        ...names,
        aliases: z.array(z.string()),
        priority: z.number().int(),
        origin: z.enum(['reported', 'police_initiated']),
        requiredFields: z.array(z.string()),
        selectable: z.boolean(),
        active: z.boolean(),
      }),
    ),
    dispositions: z.array(
      z.object({
        dispositionId: z.number().int(),
        code: z.string(),
        ...names,
        offenceRecorded: z.boolean(),
        active: z.boolean(),
      }),
    ),
    limits: z.array(
      z.object({
        forceId: z.number().int(),
        priority: z.number().int(),
        typeId: z.number().int().nullable(),
        responseMinutes: z.number().nullable(),
      }),
    ),
  }),
);
