import { boardKinds } from '../organisation/organisation.ts';
import type { UnitTree } from '../organisation/unit-tree.ts';

/** Every room that keeps a board, of one force or of all: their screens read the lists again. */
export function boardsOf(tree: UnitTree, forceId?: number): { forceId: number; roomId: number }[] {
  return tree.units
    .filter((unit) => boardKinds.includes(unit.kind) && !tree.isEnded(unit))
    .filter((unit) => forceId === undefined || unit.forceId === forceId)
    .map((unit) => ({ forceId: unit.forceId, roomId: unit.unitId }));
}
