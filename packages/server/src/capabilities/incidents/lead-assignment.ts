import type { contract } from '@marsad/contract';
import { isOver } from '@marsad/contract/incidents/assignment-moves.ts';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import { bumpIncident, lockAssignments } from './change-store.ts';
import { setLead } from './correct-store.ts';
import { report, takeOpenIncident, tell } from './take-incident.ts';

type Operation = typeof contract.incidents.leadAssignment;

/** Makes a unit that still works on the incident its lead. */
export async function leadAssignment(context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { tx, now } = context;
  const incident = await takeOpenIncident(context, input.incidentId);
  const assignments = await lockAssignments(tx, input.incidentId);
  const chosen =
    assignments.find((one) => one.assignmentId === input.assignmentId) ??
    refuse('NOT_FOUND', 'assignment.not_found', { field: 'assignmentId' });
  if (isOver(chosen.status as Parameters<typeof isOver>[0]))
    refuse('CONFLICT', 'assignment.over', { field: 'assignmentId' });
  if (chosen.lead) refuse('CONFLICT', 'assignment.leads', { field: 'assignmentId' });
  await setLead(tx, input.incidentId, input.assignmentId);
  await tell(context, incident, { kind: 'lead', data: { callSign: chosen.callSign } });
  const version = await bumpIncident(tx, input.incidentId, now);
  report(context, incident, 'lead_changed', ['assignment.lead'], input);
  return { version };
}
