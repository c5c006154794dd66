import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';
import { typedText } from '../platform/text.ts';
import { incidentStatus } from './incident.ts';

/**
 * Moves an incident on: held, resolved, closed, cancelled, referred, opened again. Moves are those of `incidentMoves`.
 * Closing needs a disposition and the fields that the type requires; no unit may still be at work on what ends.
 */
export const moveIncident = command('incident.close', {
  path: '/incidents/{incidentId}/status',
  summary: 'Move an incident on',
  tag: 'incidents',
  offline: true,
})
  .input(
    commandHeader.extend({
      incidentId: z.uuid(),
      to: incidentStatus.extract(['open', 'on_hold', 'resolved', 'closed', 'cancelled', 'referred']),
      reason: typedText(1000).optional(),
      dispositionId: z.number().int().optional(),
      /** When to look again, for `on_hold`: within thirty days. */
      holdUntil: z.iso.datetime().optional(),
    }),
  )
  .output(z.object({ version: z.number().int(), status: incidentStatus }));
