// The board without a link: what somebody has done here and the server has not yet heard is shown as done, so that a unit
// sent is not free for a second incident and no step is planned twice. The server judges it when the link is back.
import { assignmentMoves, isOver } from '@marsad/contract/incidents/assignment-moves.ts';
import type { AssignmentView, BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { incidentMoves } from '@marsad/contract/incidents/incident-moves.ts';
import type { Waiting } from '../../../platform/offline/database.ts';

interface Input {
  assignmentId: string;
  patrolUnitId: number;
  to: string;
  holdUntil?: string;
  changes: Record<string, unknown>;
}

const clocks = {
  acknowledged: 'acknowledgedAt',
  en_route: 'enRouteAt',
  on_scene: 'onSceneAt',
  transporting: 'transportStartedAt',
  cleared: 'clearedAt',
  stood_down: 'clearedAt',
} as const;
type Moved = keyof typeof clocks;

/**
 * A row as one's own waiting commands leave it, in the order they were made; the same row where none is its own. What the
 * server has already taken changes nothing a second time. `callSignOf` names a unit by its id.
 */
export function withWaiting(
  row: BoardIncident,
  waiting: readonly Waiting[],
  callSignOf: (patrolUnitId: number) => string,
): BoardIncident {
  return waiting
    .filter((command) => command.state === 'waiting' && command.incidentId === row.incidentId)
    .reduce((now, command) => after(now, command, callSignOf), row);
}

function after(
  row: BoardIncident,
  { name, input, madeAt }: Waiting,
  callSignOf: (id: number) => string,
): BoardIncident {
  const { assignmentId, patrolUnitId, to, holdUntil, changes } = input as unknown as Input;
  // A draft stays one: that it is not logged yet matters more than who drives to it.
  const status = (next: BoardIncident['status']) => (row.status === 'draft' ? row.status : next);
  switch (name) {
    case 'assignUnit': {
      if (row.assignments.some((one) => one.assignmentId === assignmentId)) return row;
      const lead = row.assignments.every((one) => !one.lead || isOver(one.status));
      const added = {
        ...none,
        assignmentId,
        patrolUnitId,
        callSign: callSignOf(patrolUnitId),
        lead,
        assignedAt: madeAt,
      };
      return {
        ...row,
        status: row.status === 'on_scene' ? row.status : status('dispatched'),
        firstDispatchedAt: row.firstDispatchedAt ?? madeAt,
        assignments: [...row.assignments, added],
      };
    }
    case 'moveAssignment':
      return moved(row, assignmentId, to as Moved, madeAt, status);
    case 'leadAssignment':
      return {
        ...row,
        assignments: row.assignments.map((one) => ({ ...one, lead: one.assignmentId === assignmentId })),
      };
    case 'moveIncident': {
      const next = to as BoardIncident['status'];
      if (!incidentMoves[row.status].includes(next)) return row;
      return {
        ...row,
        status: next,
        holdUntil: holdUntil ?? null,
        resolvedAt: next === 'resolved' ? madeAt : row.resolvedAt,
      };
    }
    case 'changeIncident':
      return { ...row, ...Object.fromEntries(Object.entries(changes).filter(([field]) => field in row)) };
    default:
      return row;
  }
}

function moved(
  row: BoardIncident,
  assignmentId: string,
  to: Moved,
  madeAt: string,
  status: (next: BoardIncident['status']) => BoardIncident['status'],
): BoardIncident {
  const one = row.assignments.find((other) => other.assignmentId === assignmentId);
  if (!one || !assignmentMoves[one.status].includes(to)) return row;
  const changed = { ...one, status: to, [clocks[to]]: madeAt };
  const assignments = row.assignments.map((other) => (other === one ? changed : other));
  const nobody = row.status === 'dispatched' && assignments.every((other) => other.status === 'stood_down');
  return {
    ...row,
    assignments,
    status: to === 'on_scene' ? status('on_scene') : nobody ? 'open' : row.status,
    firstEnRouteAt: row.firstEnRouteAt ?? (to === 'en_route' ? madeAt : null),
    firstOnSceneAt: row.firstOnSceneAt ?? (to === 'on_scene' ? madeAt : null),
  };
}

const none: Omit<AssignmentView, 'assignmentId' | 'patrolUnitId' | 'callSign' | 'lead' | 'assignedAt'> = {
  status: 'assigned',
  acknowledgedAt: null,
  enRouteAt: null,
  onSceneAt: null,
  transportStartedAt: null,
  transportArrivedAt: null,
  clearedAt: null,
};
