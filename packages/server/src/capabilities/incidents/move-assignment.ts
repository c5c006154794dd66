import type { contract } from '@marsad/contract';
import { type AssignmentStatus, assignmentMoves, isOver } from '@marsad/contract/incidents/assignment-moves.ts';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { v7 as uuidv7 } from 'uuid';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import {
  bumpIncident,
  insertClock,
  lockAssignments,
  setFirstClocks,
  setUnitTask,
  updateAssignment,
} from './change-store.ts';
import { setLead } from './correct-store.ts';
import { report, takeOpenIncident, tell } from './take-incident.ts';

type Operation = typeof contract.incidents.moveAssignment;

const clocks = { transporting: 'transport_started', stood_down: 'cleared' } as const;

/** Moves an assignment on. The incident follows: on scene with its first unit, open again when all were stood down. */
export async function moveAssignment(context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { tx, madeAt, now, actor } = context;
  const { incidentId, assignmentId, to } = input;
  const incident = await takeOpenIncident(context, incidentId);
  const assignments = await lockAssignments(tx, incidentId);
  const moved =
    assignments.find((one) => one.assignmentId === assignmentId) ??
    refuse('NOT_FOUND', 'assignment.not_found', { field: 'assignmentId' });
  if (!assignmentMoves[moved.status as AssignmentStatus].includes(to))
    refuse('CONFLICT', 'assignment.move', { field: 'to' });
  const reason = to === 'stood_down' ? input.reason || null : null;
  await updateAssignment(tx, { incidentId, assignmentId }, to, madeAt, reason);
  await insertClock(tx, {
    incident_id: incidentId,
    clock_id: uuidv7(),
    clock: to === 'transporting' || to === 'stood_down' ? clocks[to] : to,
    at: madeAt,
    assignment_id: assignmentId,
    author_id: actor.personId,
    source: 'person',
    made_at: madeAt,
    received_at: now,
  });
  if (isOver(to)) await setUnitTask(tx, moved.patrolUnitId, null, now);
  await setFirstClocks(tx, incidentId);
  await tell(context, incident, { kind: 'assignment', text: reason, data: { callSign: moved.callSign, status: to } });
  const rest = assignments.filter((one) => one.assignmentId !== assignmentId);
  // The lead that is done hands over to the unit that was sent next and still works.
  const next = rest.find((one) => !isOver(one.status as AssignmentStatus));
  if (moved.lead && isOver(to) && next) await setLead(tx, incidentId, next.assignmentId);
  const neverThere = to === 'stood_down' && rest.every((one) => one.status === 'stood_down');
  const status = to === 'on_scene' ? 'on_scene' : neverThere && incident.status === 'dispatched' ? 'open' : undefined;
  const version = await bumpIncident(tx, incidentId, now, status);
  report(context, incident, 'assignment_moved', ['assignment', 'status'], input);
  return { version };
}
