import * as z from 'zod';
import { query } from '../platform/operation.ts';
import { typedText } from '../platform/text.ts';
import { incidentStatus, priority } from './incident.ts';

/** Why an incident may be the one that is being told again. `value` is metres or minutes where there are any. */
export const likenessReason = z.object({
  code: z.enum(['same_type', 'similar_type', 'near', 'same_place', 'similar_place', 'recent']),
  value: z.number().int().optional(),
});
export type LikenessReason = z.infer<typeof likenessReason>;

export const likelyDuplicate = z.object({
  incidentId: z.uuid(),
  number: z.string().nullable(),
  roomId: z.number().int(),
  typeId: z.number().int(),
  priority,
  status: incidentStatus,
  placeText: z.string(),
  createdAt: z.iso.datetime(),
  reasons: z.array(likenessReason),
});
export type LikelyDuplicate = z.infer<typeof likelyDuplicate>;

/**
 * Incidents of the last day that may be the one being typed, the likeliest first, at most five, each with its reasons:
 * of the room and its neighbours, as far as the person may read. Without a sign in the place there is none.
 */
export const findLikelyDuplicates = query('incident.read', {
  path: '/likely-duplicates',
  summary: 'Incidents that may be the one being typed',
  tag: 'incidents',
})
  .input(
    z.object({
      roomId: z.coerce.number().int(),
      typeId: z.coerce.number().int().optional(),
      placeText: typedText(300).default(''),
      placeId: z.coerce.number().int().optional(),
      longitude: z.coerce.number().min(-180).max(180).optional(),
      latitude: z.coerce.number().min(-90).max(90).optional(),
      radiusMetres: z.coerce.number().int().min(0).max(100_000).optional(),
    }),
  )
  .output(z.object({ incidents: z.array(likelyDuplicate) }));
