import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';
import { requiredText, typedText } from '../platform/text.ts';
import { callChannel, incidentOrigin, positionSource, priority } from './incident.ts';

const instant = z.iso.datetime();

/** What of an incident can be changed; a field that is absent stays, null empties it. */
export const incidentChanges = z
  .object({
    typeId: z.number().int(),
    priority,
    placeText: requiredText(300),
    placeId: z.number().int().nullable(),
    longitude: z.number().min(-180).max(180).nullable(),
    latitude: z.number().min(-90).max(90).nullable(),
    positionSource: positionSource.exclude(['import']),
    radiusMetres: z.number().int().min(0).max(100_000).nullable(),
    narrative: typedText(4000),
    /** A paragraph put under the narrative: it cannot collide with what somebody else wrote meanwhile. */
    addToNarrative: requiredText(4000),
    origin: incidentOrigin,
    channel: callChannel,
    occurredFrom: instant.nullable(),
    occurredTo: instant.nullable(),
    stationId: z.number().int().nullable(),
  })
  .partial();
export type IncidentChanges = z.infer<typeof incidentChanges>;

/**
 * Changes what was written of an incident that is not over, with its history. `version` is the one the person saw: a field
 * that somebody else changed since is a conflict that names who and which, and nothing is changed. A new type or priority is
 * a re-grade: it needs a reason, and keeps its own `classified` clock and entry of the story.
 */
export const changeIncident = command('incident.correct', {
  path: '/incidents/{incidentId}/changes',
  summary: 'Change or re-grade an incident',
  tag: 'incidents',
  offline: true,
})
  .input(
    commandHeader.extend({
      incidentId: z.uuid(),
      version: z.number().int().min(1),
      changes: incidentChanges,
      reason: typedText(1000).optional(),
    }),
  )
  .output(z.object({ version: z.number().int(), changed: z.array(z.string()) }));
