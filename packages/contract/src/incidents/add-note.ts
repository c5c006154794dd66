import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';
import { requiredText } from '../platform/text.ts';

/** Adds a note to the story of an incident, open or over. The story is append-only: a note is never edited. */
export const addNote = command('incident.note', {
  path: '/incidents/{incidentId}/notes',
  summary: 'Add a note',
  tag: 'incidents',
  offline: true,
})
  .input(commandHeader.extend({ incidentId: z.uuid(), entryId: z.uuid(), text: requiredText(4000) }))
  .output(z.object({ version: z.number().int() }));
