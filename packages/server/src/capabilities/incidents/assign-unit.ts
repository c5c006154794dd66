import type { contract } from '@marsad/contract';
import { type AssignmentStatus, isOver } from '@marsad/contract/incidents/assignment-moves.ts';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { v7 as uuidv7 } from 'uuid';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import {
  bumpIncident,
  endSchedule,
  insertAssignment,
  insertClock,
  lockAssignments,
  lockUnit,
  numberOf,
  setFirstClocks,
  setUnitTask,
} from './change-store.ts';
import { report, takeOpenIncident, tell } from './take-incident.ts';

type Operation = typeof contract.incidents.assignUnit;

/** Sends a unit of the room. A unit that works elsewhere is a conflict: somebody else was quicker. */
export async function assignUnit(context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { tx, madeAt, now, actor } = context;
  const incident = await takeOpenIncident(context, input.incidentId);
  const unit =
    (await lockUnit(tx, input.patrolUnitId, incident.roomId)) ??
    refuse('UNPROCESSABLE_CONTENT', 'unit.not_of_room', { field: 'patrolUnitId' });
  if (unit.incidentId !== null) {
    const number = await numberOf(tx, unit.incidentId);
    const parameters = { unit: unit.callSign, number: number ?? '' };
    refuse('CONFLICT', number ? 'unit.busy_on' : 'unit.busy', { field: 'patrolUnitId', parameters });
  }
  const others = await lockAssignments(tx, incident.incidentId);
  await insertAssignment(tx, {
    incident_id: incident.incidentId,
    assignment_id: input.assignmentId,
    patrol_unit_id: input.patrolUnitId,
    status: 'assigned',
    lead: others.every((one) => !one.lead || isOver(one.status as AssignmentStatus)),
    assigned_at: madeAt,
    made_at: madeAt,
    received_at: now,
  });
  await insertClock(tx, {
    incident_id: incident.incidentId,
    clock_id: uuidv7(),
    clock: 'assigned',
    at: madeAt,
    assignment_id: input.assignmentId,
    author_id: actor.personId,
    source: 'person',
    made_at: madeAt,
    received_at: now,
  });
  await setUnitTask(tx, input.patrolUnitId, incident.incidentId, now);
  await setFirstClocks(tx, incident.incidentId);
  await tell(context, incident, { kind: 'assignment', data: { callSign: unit.callSign, status: 'assigned' } });
  await endSchedule(tx, incident.incidentId, madeAt);
  const moves = incident.status === 'on_scene' ? undefined : 'dispatched';
  const version = await bumpIncident(tx, incident.incidentId, now, moves);
  report(context, incident, 'assigned', ['assignment', 'status'], input);
  return { version };
}
