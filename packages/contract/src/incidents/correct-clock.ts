import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';
import { requiredText, typedText } from '../platform/text.ts';
import { clockName } from './incident.ts';

const recorded = z.object({
  version: z.number().int(),
  /** Two clocks that now stand in an order that cannot have been, the earlier one of the usual order first; null when all is well. */
  impossible: z.tuple([z.string(), z.string()]).nullable(),
});

/** Corrects a clock: a new entry that names the old one, which stays. An order that cannot be is written and said, not refused. */
export const correctClock = command('incident.correct', {
  path: '/incidents/{incidentId}/clocks/{replaces}/corrections',
  summary: 'Correct a clock',
  tag: 'incidents',
  offline: true,
})
  .input(
    commandHeader.extend({
      incidentId: z.uuid(),
      replaces: z.uuid(),
      clockId: z.uuid(),
      at: z.iso.datetime(),
      reason: requiredText(1000),
    }),
  )
  .output(recorded);

/** Records a clock that was told later, by radio: of the call, or of a unit's assignment. One that is there is corrected instead. */
export const addClock = command('incident.correct', {
  path: '/incidents/{incidentId}/clocks',
  summary: 'Record a clock told later',
  tag: 'incidents',
  offline: true,
})
  .input(
    commandHeader.extend({
      incidentId: z.uuid(),
      clockId: z.uuid(),
      clock: clockName.exclude(['created', 'classified', 'queued', 'resolved', 'closed', 'reopened']),
      assignmentId: z.uuid().optional(),
      at: z.iso.datetime(),
      reason: typedText(1000).optional(),
    }),
  )
  .output(recorded);
