import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';
import { typedText } from '../platform/text.ts';

/**
 * Merges a duplicate into another incident: nothing is deleted, its calls stand under the other, both stories tell it. While a
 * unit works on the duplicate it is refused, unless `moveUnits` hands the units over with their clocks. Undone by reopening.
 */
export const mergeIncident = command('incident.link', {
  path: '/incidents/{incidentId}/merge',
  summary: 'Merge a duplicate into another incident',
  tag: 'incidents',
  offline: true,
})
  .input(
    commandHeader.extend({
      incidentId: z.uuid(),
      intoId: z.uuid(),
      moveUnits: z.boolean().default(false),
      reason: typedText(1000).optional(),
    }),
  )
  .output(z.object({ version: z.number().int() }));
