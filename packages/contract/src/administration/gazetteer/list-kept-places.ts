import * as z from 'zod';
import { query } from '../../platform/operation.ts';
import { placeView } from './place.ts';

/** How many places a screen keeps for when the link is gone. */
export const mostKeptPlaces = 2000;

/** The places of a room's force that a screen keeps for work without a link: its own, then those of most inhabitants. */
export const listKeptPlaces = query('incident.read', {
  path: '/places/kept/{roomId}',
  summary: 'Places to keep for work without a link',
  tag: 'administration',
})
  .input(z.object({ roomId: z.coerce.number().int() }))
  .output(z.object({ places: z.array(placeView) }));
