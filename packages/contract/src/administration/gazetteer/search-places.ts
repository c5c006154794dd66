import * as z from 'zod';
import { query } from '../../platform/operation.ts';
import { typedText } from '../../platform/text.ts';
import { placeView } from './place.ts';

/**
 * Places that a typed text means, the likeliest first, at most ten: however the letters are written, in Arabic or
 * Latin. With a room: only within its force's bounds, and nearer to the room's area is likelier; `near` says where
 * else to look from. The public gazetteer and the own places of forces that the person may read.
 */
export const searchPlaces = query('incident.read', {
  path: '/places/search',
  summary: 'Search the gazetteer',
  tag: 'administration',
})
  .input(
    z.object({
      text: typedText(300),
      roomId: z.coerce.number().int().optional(),
      nearLongitude: z.coerce.number().min(-180).max(180).optional(),
      nearLatitude: z.coerce.number().min(-90).max(90).optional(),
    }),
  )
  .output(z.object({ places: z.array(placeView.extend({ matched: z.string() })) }));
