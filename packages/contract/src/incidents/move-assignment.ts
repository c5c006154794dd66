import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';
import { typedText } from '../platform/text.ts';
import { assignmentStatus } from './incident.ts';

/** Moves a unit's assignment on, and sets its clock to when the person said so. Moves are those of `assignmentMoves`. */
export const moveAssignment = command('incident.dispatch', {
  path: '/incidents/{incidentId}/assignments/{assignmentId}/status',
  summary: 'Move an assignment on',
  tag: 'incidents',
  offline: true,
})
  .input(
    commandHeader.extend({
      incidentId: z.uuid(),
      assignmentId: z.uuid(),
      to: assignmentStatus.exclude(['proposed', 'assigned']),
      /** Why a unit was stood down. */
      reason: typedText(1000).optional(),
    }),
  )
  .output(z.object({ version: z.number().int() }));
