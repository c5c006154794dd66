import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import type { Unit } from '../organisation/organisation.ts';
import type { UnitTree } from '../organisation/unit-tree.ts';
import { judgeParentKind } from './judge-unit.ts';
import { readPlacements } from './store.ts';

/** Refuses a move that the tree as it stands does not bear. */
export function judgeMove(tree: UnitTree, unit: Unit, parent: Unit, from: string): void {
  if (unit.parentId === null) refuse('UNPROCESSABLE_CONTENT', 'unit.force_stays', { field: 'unitId' });
  if (parent.forceId !== unit.forceId) refuse('UNPROCESSABLE_CONTENT', 'unit.other_force', { field: 'parentId' });
  if (parent.unitId === unit.unitId || tree.pathOf(parent.unitId).some((one) => one.unitId === unit.unitId))
    refuse('UNPROCESSABLE_CONTENT', 'unit.loop', { field: 'parentId' });
  judgeParentKind(unit.kind, parent);
  if (from < parent.validFrom) refuse('UNPROCESSABLE_CONTENT', 'unit.before_parent', { field: 'from' });
  const last = [unit.validTo, parent.validTo].filter((day) => day !== null).sort()[0];
  if (last !== undefined && from > last)
    refuse('CONFLICT', 'unit.ends_before', { field: 'from', parameters: { date: last } });
}

/** Refuses a unit under another that comes under it: two plans may each be harmless and make a loop together, so that the tree
 * is judged with every plan in force. */
export async function refuseLoopTo(context: CommandContext, tree: UnitTree, unit: Unit, parent: Unit): Promise<void> {
  let at: number | null = parent.unitId;
  for (let steps = 0; at !== null; steps += 1) {
    if (at === unit.unitId || steps > 64) refuse('UNPROCESSABLE_CONTENT', 'unit.loop', { field: 'parentId' });
    const [newest] = await readPlacements(context.tx, at);
    at = newest?.parentId ?? tree.find(at)?.parentId ?? null;
  }
}
