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

/** The groups of a board: what is to be worked, held or not; what is planned for later; what waits to be closed. */
export const boardGroups = ['queue', 'scheduled', 'resolved'] as const;
export type BoardGroup = (typeof boardGroups)[number];

/**
 * A room's board: its incidents that are not over and its units, with the stream position they stand at, so that the
 * stream can be resumed from there without missing or repeating. Of the queue at most 500, by priority and the most late
 * first; of what is scheduled the 200 soonest, of what is resolved the 200 last. `cut` names the groups that have more.
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
      cut: z.array(z.enum(boardGroups)),
    }),
  );
