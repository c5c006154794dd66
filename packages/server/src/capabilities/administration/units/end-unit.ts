import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { reportChange } from '../organisation/change-history.ts';
import { refuseChangedMeanwhile } from '../organisation/changed-meanwhile.ts';
import { openTree } from '../organisation/unit-tree.ts';
import { countInUse, riseVersion, updateEnd } from './store.ts';

type Operation = typeof contract.administration.endUnit;

/** Ends a unit that nothing hangs on any more. */
export async function endUnit(context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { tx } = context;
  const tree = await openTree(context);
  const unit = tree.takeLive(input.unitId);
  if (unit.kind === 'force') refuse('UNPROCESSABLE_CONTENT', 'unit.force_stays', { field: 'unitId' });
  if (input.lastDay < unit.validFrom)
    refuse('UNPROCESSABLE_CONTENT', 'unit.end_order', { field: 'lastDay', parameters: { date: unit.validFrom } });
  const inUse = await countInUse(tx, unit.unitId, input.lastDay);
  if (Object.values(inUse).some((count) => count > 0))
    refuse('CONFLICT', 'unit.in_use', { field: 'unitId', parameters: inUse });
  const changes = [{ field: 'validTo', before: unit.validTo, after: input.lastDay }];
  const { unitId, version: before } = unit;
  await refuseChangedMeanwhile(context, { kind: 'unit', id: unitId, version: before, seen: input.version }, changes);
  await updateEnd(tx, unitId, input.lastDay);
  await reportChange(context, {
    action: 'unit_ended',
    subjectKind: 'unit',
    subjectId: unit.unitId,
    unitId: unit.unitId,
    reason: input.reason,
    changes,
    version: await riseVersion(tx, unitId),
    values: input,
  });
  return { ended: input.lastDay < tree.today(unit) };
}
