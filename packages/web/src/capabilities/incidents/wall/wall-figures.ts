import { isOver } from '@marsad/contract/incidents/assignment-moves.ts';
import type { BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { isLate, queueGroups } from '../board/queue-groups.ts';
import { tasksOf } from '../board/tasks.ts';
import { waitsFrom } from '../lateness.ts';

export interface WallFigures {
  /** To be worked now: what is held, scheduled or resolved is not counted. */
  open: number;
  late: number;
  /** Nobody is sent yet. */
  waiting: number;
  /** Milliseconds that the longest of them has waited; null where none waits. */
  longestWait: number | null;
  free: number;
  units: number;
  /** Those that are late, the most late first, at most six. */
  mostLate: BoardIncident[];
}

/** The few numbers of a wall, of one room or of many together. */
export function wallFigures(rows: readonly BoardIncident[], units: readonly BoardUnit[], now: number): WallFigures {
  const { queue } = queueGroups(rows, now);
  const waiting = queue.filter((row) => row.assignments.every((one) => isOver(one.status)) && !row.firstOnSceneAt);
  const late = queue.filter((row) => isLate(row, now));
  const tasks = tasksOf(rows);
  const onDuty = units.filter((unit) => unit.primaryStatus !== 'NotAvailable');
  return {
    open: queue.length,
    late: late.length,
    waiting: waiting.length,
    longestWait: waiting.length === 0 ? null : Math.max(...waiting.map((row) => now - Date.parse(waitsFrom(row)))),
    free: onDuty.filter((unit) => !tasks.has(unit.patrolUnitId)).length,
    units: onDuty.length,
    mostLate: late.slice(0, 6),
  };
}

interface PlacedUnit {
  unitId: number;
  parentId: number | null;
  kind: string;
}

/** The rooms under a unit among those whose boards may be seen; the unit itself where it is one. */
export function roomsUnder(unitId: number, units: readonly PlacedUnit[], boardRoomIds: readonly number[]): number[] {
  const parents = new Map(units.map((unit) => [unit.unitId, unit.parentId]));
  const isUnder = (id: number): boolean => {
    for (let at: number | null | undefined = id; at != null; at = parents.get(at)) if (at === unitId) return true;
    return false;
  };
  return boardRoomIds.filter(isUnder);
}

const walled = ['operations_room', 'command_centre', 'force'];

/** Whose wall it is: the unit asked for, else the nearest room, centre or force around a person's post. */
export function wallUnit<Unit extends PlacedUnit>(
  asked: number | null,
  postUnitId: number | undefined,
  units: readonly Unit[],
): Unit | undefined {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]));
  const wanted = asked === null ? undefined : byId.get(asked);
  if (wanted && walled.includes(wanted.kind)) return wanted;
  let unit = postUnitId === undefined ? undefined : byId.get(postUnitId);
  while (unit && !walled.includes(unit.kind)) unit = unit.parentId === null ? undefined : byId.get(unit.parentId);
  return unit;
}
