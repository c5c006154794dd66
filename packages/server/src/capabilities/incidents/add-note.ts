import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import { bumpIncident } from './change-store.ts';
import { report, takeIncident, tell } from './take-incident.ts';

type Operation = typeof contract.incidents.addNote;

/** Adds a note to the story. */
export async function addNote(context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const incident = await takeIncident(context, input.incidentId);
  await tell(context, incident, { kind: 'note', entryId: input.entryId, text: input.text });
  const version = await bumpIncident(context.tx, incident.incidentId, context.now);
  report(context, incident, 'noted', ['timeline'], { entryId: input.entryId, text: input.text });
  return { version };
}
