import { isOver } from '@marsad/contract/incidents/assignment-moves.ts';
import type { AssignmentView, BoardIncident } from '@marsad/contract/incidents/incident.ts';

/** What a unit works on now. */
export interface Task {
  row: BoardIncident;
  assignment: AssignmentView;
}

/** The task of each unit that has one, by its id. The incidents tell it, which the stream keeps; the list of units does not. */
export function tasksOf(rows: readonly BoardIncident[]): Map<number, Task> {
  return new Map(
    rows.flatMap((row) =>
      row.assignments
        .filter((assignment) => !isOver(assignment.status))
        .map((assignment) => [assignment.patrolUnitId, { row, assignment }] as const),
    ),
  );
}

/** When the assignment took its present status (milliseconds since 1970); NaN where no clock says so. */
export function sinceOf(one: AssignmentView): number {
  const at = one.transportStartedAt ?? one.onSceneAt ?? one.enRouteAt ?? one.acknowledgedAt ?? one.assignedAt;
  return at ? Date.parse(at) : Number.NaN;
}
