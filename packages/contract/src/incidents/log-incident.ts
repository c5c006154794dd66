import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';
import { requiredText, typedText } from '../platform/text.ts';
import { callChannel, incidentOrigin, positionSource, priority } from './incident.ts';
import { personInvolvement } from './involved.ts';

/** Somebody involved, restricted from the moment it is written. */
export const involvedPersonInput = z.object({
  involvedId: z.uuid(),
  involvement: personInvolvement,
  name: typedText(200).optional(),
  telephone: typedText(40).optional(),
  details: typedText(2000).optional(),
});

/**
 * Logs an incident in a room: the row, its call, its first timeline entry and clocks in one transaction.
 * The client makes `incidentId`; the server gives the number.
 */
export const logIncident = command('incident.log', {
  path: '/incidents',
  summary: 'Log an incident',
  tag: 'incidents',
  offline: true,
})
  .input(
    commandHeader.extend({
      incidentId: z.uuid(),
      roomId: z.number().int(),
      typeId: z.number().int(),
      priority: priority.optional(),
      origin: incidentOrigin.optional(),
      channel: callChannel.default('telephone'),
      narrative: typedText(4000).default(''),
      placeText: requiredText(300),
      placeId: z.number().int().optional(),
      longitude: z.number().min(-180).max(180).optional(),
      latitude: z.number().min(-90).max(90).optional(),
      positionSource: positionSource.optional(),
      radiusMetres: z.number().int().min(0).max(100_000).optional(),
      occurredFrom: z.iso.datetime().optional(),
      occurredTo: z.iso.datetime().optional(),
      callStartedAt: z.iso.datetime().optional(),
      answeredAt: z.iso.datetime().optional(),
      scheduledFor: z.iso.datetime().optional(),
      parentId: z.uuid().optional(),
      people: z.array(involvedPersonInput).max(50).default([]),
    }),
  )
  .output(z.object({ incidentId: z.uuid(), number: z.string(), version: z.number().int() }));
