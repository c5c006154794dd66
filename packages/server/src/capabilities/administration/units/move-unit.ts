import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { reportChange } from '../organisation/change-history.ts';
import { dayAfter } from '../organisation/local-date.ts';
import type { Organisation, Unit } from '../organisation/organisation.ts';
import { openTree, type UnitTree } from '../organisation/unit-tree.ts';
import { judgeReach } from './judge-reach.ts';
import { judgeParentKind } from './judge-unit.ts';
import { endPlacement, insertPlacement, readPlacements, replacePlacement, updateParent } from './store.ts';

type Operation = typeof contract.administration.moveUnit;

/** Moves a unit from a day on. A day to come waits in the placements until `applyPlacements` finds it come. */
export function moveUnit(organisation: Organisation) {
  return async (context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const { tx } = context;
    const tree = await openTree(context);
    const unit = tree.takeLive(input.unitId);
    const parent = tree.takeLive(input.parentId, 'parentId');
    judgeMove(tree, unit, parent, input.from);
    const planned = input.from > tree.today(unit);
    const placed = await readPlacements(tx, unit.unitId);
    // The first placement is where the unit begins, whenever that is; a later one that has not begun is a plan.
    const plan = placed.length > 1 && placed[0] && placed[0].validFrom > tree.today(unit) ? placed[0] : undefined;
    const held = plan ? placed[1] : placed[0];
    const heldFrom = held?.validFrom ?? unit.validFrom;
    if (input.from <= heldFrom)
      refuse('CONFLICT', 'unit.move_order', { field: 'from', parameters: { date: heldFrom } });
    if (parent.unitId === unit.parentId && !plan) refuse('CONFLICT', 'unit.same_parent', { field: 'parentId' });
    await refuseLoopTo(context, tree, unit, parent);
    const after = tree.units.map((one) => (one === unit ? { ...one, parentId: parent.unitId } : one));
    await judgeReach(context, organisation, tree, { after, unitIds: tree.under(unit.unitId), field: 'parentId' });
    const lastDay = dayAfter(input.from, -1);
    // A unit that never moved has no placement yet: where it stood until now is written down first.
    if (held) await endPlacement(tx, unit.unitId, held.validFrom, lastDay);
    else if (unit.parentId !== null) await insertPlacement(tx, unit.unitId, unit.parentId, unit.validFrom, lastDay);
    if (plan) await replacePlacement(tx, unit.unitId, plan.validFrom, parent.unitId, input.from);
    else await insertPlacement(tx, unit.unitId, parent.unitId, input.from);
    if (!planned) await updateParent(tx, unit.unitId, parent.unitId);
    await reportChange(context, {
      action: 'unit_moved',
      subjectKind: 'unit',
      subjectId: unit.unitId,
      unitId: unit.unitId,
      reason: input.reason,
      changes: [
        { field: 'parentId', before: unit.parentId, after: parent.unitId },
        { field: 'from', before: null, after: input.from },
      ],
      values: input,
    });
    return { planned };
  };
}

function judgeMove(tree: UnitTree, unit: Unit, parent: Unit, from: string): void {
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

// Two plans may each be harmless and make a loop together: the tree is judged with every plan in force.
async function refuseLoopTo(context: CommandContext, tree: UnitTree, unit: Unit, parent: Unit): Promise<void> {
  let at: number | null = parent.unitId;
  for (let steps = 0; at !== null; steps += 1) {
    if (at === unit.unitId || steps > 64) refuse('UNPROCESSABLE_CONTENT', 'unit.loop', { field: 'parentId' });
    const [newest] = await readPlacements(context.tx, at);
    at = newest?.parentId ?? tree.find(at)?.parentId ?? null;
  }
}
