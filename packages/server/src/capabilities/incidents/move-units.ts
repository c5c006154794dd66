import { type AssignmentStatus, isOver } from '@marsad/contract/incidents/assignment-moves.ts';
import { v7 as uuidv7 } from 'uuid';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import {
  insertAssignment,
  insertClock,
  type LockedIncident,
  lockAssignments,
  setFirstClocks,
  setUnitTask,
  updateAssignment,
} from './change-store.ts';

type Assignment = Awaited<ReturnType<typeof lockAssignments>>[number];

const clocks = [
  ['assigned', 'assignedAt'],
  ['acknowledged', 'acknowledgedAt'],
  ['en_route', 'enRouteAt'],
  ['on_scene', 'onSceneAt'],
  ['transport_started', 'transportStartedAt'],
  ['transport_arrived', 'transportArrivedAt'],
] as const satisfies readonly [string, keyof Assignment][];

/**
 * Hands units that work on one incident over to another of the same room: they go on there with the clocks they have, and
 * are stood down here. What the first incident had measured of them stays with it.
 */
export async function moveUnits(
  context: CommandContext,
  assignments: readonly Assignment[],
  from: LockedIncident,
  to: LockedIncident,
): Promise<void> {
  const { tx, actor, madeAt, now } = context;
  const there = await lockAssignments(tx, to.incidentId);
  // Where nobody who is still at work leads, whoever led before goes on leading, or the first that comes.
  const isLed = there.some((one) => one.lead && !isOver(one.status as AssignmentStatus));
  const leader = isLed ? undefined : (assignments.find((one) => one.lead) ?? assignments[0]);
  for (const one of assignments) {
    const assignmentId = uuidv7();
    await insertAssignment(tx, {
      incident_id: to.incidentId,
      assignment_id: assignmentId,
      patrol_unit_id: one.patrolUnitId,
      status: one.status,
      lead: one === leader,
      ...Object.fromEntries(clocks.map(([clock, field]) => [`${clock}_at`, one[field]])),
      made_at: madeAt,
      received_at: now,
    });
    const author = { author_id: actor.personId, source: 'person', made_at: madeAt, received_at: now };
    for (const [clock, field] of clocks) {
      const at = one[field];
      if (at === null) continue;
      await insertClock(tx, {
        ...author,
        incident_id: to.incidentId,
        clock_id: uuidv7(),
        clock,
        at,
        assignment_id: assignmentId,
        reason: from.number,
      });
    }
    const key = { incidentId: from.incidentId, assignmentId: one.assignmentId };
    await updateAssignment(tx, key, 'stood_down', madeAt, to.number);
    await insertClock(tx, {
      ...author,
      incident_id: from.incidentId,
      clock_id: uuidv7(),
      clock: 'cleared',
      at: madeAt,
      assignment_id: one.assignmentId,
      reason: to.number,
    });
    await setUnitTask(tx, one.patrolUnitId, to.incidentId, now);
  }
  await setFirstClocks(tx, to.incidentId);
}
