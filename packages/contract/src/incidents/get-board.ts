import * as z from 'zod';
import { query } from '../platform/operation.ts';
import { boardIncident } from './incident.ts';

/** A patrol unit as the strip and the map show it. */
export const boardUnit = z.object({
  patrolUnitId: z.number().int(),
  callSign: z.string(),
  roomId: z.number().int(),
  kind: z.string(),
  capabilities: z.array(z.string()),
  primaryStatus: z.enum(['Available', 'ConditionallyAvailable', 'NotAvailable']),
  secondaryStatus: z.string().nullable(),
  statusAt: z.iso.datetime(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  positionAt: z.iso.datetime().nullable(),
  incidentId: z.uuid().nullable(),
});
export type BoardUnit = z.infer<typeof boardUnit>;

/**
 * A room's board: its incidents that are not over (at most 500, the most late first) and its units, with the stream
 * position they stand at, so that the stream can be resumed from there without missing or repeating.
 */
export const getBoard = query('incident.read', {
  path: '/board/{roomId}',
  summary: 'The board of a room',
  tag: 'incidents',
})
  .input(z.object({ roomId: z.coerce.number().int() }))
  .output(
    z.object({
      epoch: z.uuid(),
      position: z.number().int(),
      incidents: z.array(boardIncident),
      units: z.array(boardUnit),
      truncated: z.boolean(),
    }),
  );
