import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';

/** Makes a unit that works on the incident its lead: the one whose next status the room sets first. */
export const leadAssignment = command('incident.dispatch', {
  path: '/incidents/{incidentId}/assignments/{assignmentId}/lead',
  summary: 'Make a unit the lead',
  tag: 'incidents',
  offline: true,
})
  .input(commandHeader.extend({ incidentId: z.uuid(), assignmentId: z.uuid() }))
  .output(z.object({ version: z.number().int() }));
