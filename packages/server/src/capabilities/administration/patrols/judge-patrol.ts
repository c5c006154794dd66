import { refuse } from '../../../platform/operations/refuse.ts';
import { boardKinds, type Unit } from '../organisation/organisation.ts';
import type { UnitTree } from '../organisation/unit-tree.ts';

/** Where a patrol unit belongs: the room that sends it, and the station it starts from where it has one. */
export interface Home {
  forceId: number;
  roomId: number;
  stationId: number | null;
  unit: Unit;
}

/** The home within reach that is a room or a station of one; anything else is refused. */
export function homeOf(tree: UnitTree, homeId: number): Home {
  const unit = tree.takeLive(homeId, 'homeId');
  const { forceId } = unit;
  if (boardKinds.includes(unit.kind)) return { forceId, roomId: unit.unitId, stationId: null, unit };
  const above = unit.parentId === null ? undefined : tree.find(unit.parentId);
  if (unit.kind === 'station' && above && boardKinds.includes(above.kind))
    return { forceId, roomId: above.unitId, stationId: unit.unitId, unit };
  return refuse('UNPROCESSABLE_CONTENT', 'patrol.home_kind', { field: 'homeId' });
}

/** Refuses a call sign that another unit of the room has: on the radio they would be one. */
export function judgeSign(other: { patrolUnitId: number; active: boolean } | undefined, patrolUnitId?: number): void {
  if (!other || other.patrolUnitId === patrolUnitId) return;
  refuse('CONFLICT', other.active ? 'patrol.call_sign_taken' : 'patrol.call_sign_kept', { field: 'callSign' });
}
