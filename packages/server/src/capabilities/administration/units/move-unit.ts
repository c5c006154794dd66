import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { reportChange } from '../organisation/change-history.ts';
import { refuseChangedMeanwhile } from '../organisation/changed-meanwhile.ts';
import { dayAfter } from '../organisation/local-date.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { openTree } from '../organisation/unit-tree.ts';
import { judgeMove, refuseLoopTo } from './judge-move.ts';
import { judgeReach } from './judge-reach.ts';
import {
  endPlacement,
  insertPlacement,
  plannedMove,
  readPlacements,
  replacePlacement,
  riseVersion,
  updateParent,
} from './store.ts';

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
    const { plan, held } = plannedMove(await readPlacements(tx, unit.unitId), tree.today(unit));
    const heldFrom = held?.validFrom ?? unit.validFrom;
    if (input.from <= heldFrom)
      refuse('CONFLICT', 'unit.move_order', { field: 'from', parameters: { date: heldFrom } });
    if (parent.unitId === unit.parentId && !plan) refuse('CONFLICT', 'unit.same_parent', { field: 'parentId' });
    await refuseLoopTo(context, tree, unit, parent);
    const after = tree.units.map((one) => (one === unit ? { ...one, parentId: parent.unitId } : one));
    await judgeReach(context, organisation, tree, { after, unitIds: tree.under(unit.unitId), field: 'parentId' });
    const changes = [
      { field: 'parentId', before: unit.parentId, after: parent.unitId },
      { field: 'from', before: null, after: input.from },
    ];
    const { unitId, version: before } = unit;
    await refuseChangedMeanwhile(context, { kind: 'unit', id: unitId, version: before, seen: input.version }, changes);
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
      changes,
      version: await riseVersion(tx, unitId),
      values: input,
    });
    return { planned };
  };
}
