import type { SqlScope } from './actor.ts';

/** Where a record stands and who made it. */
export interface Placement {
  forceId: number;
  roomId: number;
  stationId: number | null;
  typeId: number;
  createdBy: string | null;
}

/** Whether a scope holds a record: the same test as row-level security makes, for deciding before asking. */
export function scopeReaches(scope: SqlScope, record: Placement, personId: string): boolean {
  const units = [record.forceId, record.roomId, record.stationId].filter((unit) => unit !== null);
  const pairOf = (unitId: number): string => ((BigInt(unitId) << 32n) | BigInt(record.typeId)).toString();
  return units.some(
    (unit) =>
      scope.units.includes(unit) ||
      scope.pairs.includes(pairOf(unit)) ||
      (record.createdBy === personId && scope.ownUnits.includes(unit)),
  );
}
