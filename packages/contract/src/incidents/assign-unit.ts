import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';

/** Sends a free unit of the incident's room to it; the first one sent leads and dispatches the incident. */
export const assignUnit = command('incident.dispatch', {
  path: '/incidents/{incidentId}/assignments',
  summary: 'Assign a unit',
  tag: 'incidents',
  offline: true,
})
  .input(commandHeader.extend({ incidentId: z.uuid(), assignmentId: z.uuid(), patrolUnitId: z.number().int() }))
  .output(z.object({ version: z.number().int() }));
