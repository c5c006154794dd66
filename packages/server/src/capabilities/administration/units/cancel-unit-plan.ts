import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { type FieldChange, reportChange } from '../organisation/change-history.ts';
import { refuseChangedMeanwhile } from '../organisation/changed-meanwhile.ts';
import type { Unit } from '../organisation/organisation.ts';
import { openTree, type UnitTree } from '../organisation/unit-tree.ts';
import { refuseLoopTo } from './judge-move.ts';
import { deletePlacement, endPlacement, plannedMove, readPlacements, riseVersion, updateEnd } from './store.ts';

type Operation = typeof contract.administration.cancelUnitPlan;

/** What a plan would have changed, turned back, and how that is written. */
interface TakenBack {
  changes: FieldChange[];
  write(): Promise<void>;
}

/** Takes back a planned move or end. */
export async function cancelUnitPlan(context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const tree = await openTree(context);
  const unit = tree.takeLive(input.unitId);
  const { unitId, version: stands } = unit;
  const { changes, write } = input.plan === 'end' ? endOf(context, unit) : await moveOf(context, tree, unit);
  await refuseChangedMeanwhile(context, { kind: 'unit', id: unitId, version: stands, seen: input.version }, changes);
  judgeStaying(tree, unit);
  await write();
  const version = await riseVersion(context.tx, unitId);
  await reportChange(context, {
    action: 'unit_plan_cancelled',
    subjectKind: 'unit',
    subjectId: unitId,
    unitId,
    reason: input.reason,
    changes,
    version,
    values: input,
  });
  return { version };
}

function endOf({ tx }: CommandContext, unit: Unit): TakenBack {
  if (unit.validTo === null) refuse('CONFLICT', 'unit.no_plan', { field: 'plan' });
  return {
    changes: [{ field: 'validTo', before: unit.validTo, after: null }],
    write: () => updateEnd(tx, unit.unitId, null),
  };
}

async function moveOf(context: CommandContext, tree: UnitTree, unit: Unit): Promise<TakenBack> {
  const { tx } = context;
  const { plan, held } = plannedMove(await readPlacements(tx, unit.unitId), tree.today(unit));
  const parent = unit.parentId === null ? undefined : tree.find(unit.parentId);
  if (!plan || !held || !parent) refuse('CONFLICT', 'unit.no_plan', { field: 'plan' });
  // Another unit may be planned to come under this one, because this one was to leave.
  await refuseLoopTo(context, tree, unit, parent);
  return {
    changes: [
      { field: 'parentId', before: plan.parentId, after: held.parentId },
      { field: 'from', before: plan.validFrom, after: null },
    ],
    write: async () => {
      await deletePlacement(tx, unit.unitId, plan.validFrom);
      await endPlacement(tx, unit.unitId, held.validFrom, null);
    },
  };
}

/** What it stays under must stay too. */
function judgeStaying(tree: UnitTree, unit: Unit): void {
  const last = unit.parentId === null ? null : (tree.find(unit.parentId)?.validTo ?? null);
  if (last !== null) refuse('CONFLICT', 'unit.ends_before', { field: 'plan', parameters: { date: last } });
}
