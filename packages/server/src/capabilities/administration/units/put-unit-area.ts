import type { contract } from '@marsad/contract';
import { boundingBoxOf } from '@marsad/contract/platform/geometry.ts';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { reportChange } from '../organisation/change-history.ts';
import { refuseChangedMeanwhile } from '../organisation/changed-meanwhile.ts';
import { dayAfter } from '../organisation/local-date.ts';
import { openTree } from '../organisation/unit-tree.ts';
import { areaOfGeojson, judgeWithin } from './area-of-geojson.ts';
import { endArea, insertArea, readAreas, replaceArea, riseVersion, updateBounds } from './store.ts';

type Operation = typeof contract.administration.putUnitArea;

/** Gives a unit an area from a day on. */
export async function putUnitArea(context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { tx } = context;
  const tree = await openTree(context);
  const unit = tree.takeLive(input.unitId);
  const today = tree.today(unit);
  const { geometry, positionCount } = areaOfGeojson(input.geojson);
  if (unit.kind !== 'force') judgeWithin(geometry, tree.find(unit.forceId)?.bounds ?? null);
  if (input.from < unit.validFrom)
    refuse('UNPROCESSABLE_CONTENT', 'unit.end_order', { field: 'from', parameters: { date: unit.validFrom } });
  const before = await readAreas(tx, unit.unitId);
  const plan = before[0] && before[0].validFrom > today ? before[0] : undefined;
  const held = plan ? before[1] : before[0];
  if (held && input.from <= held.validFrom)
    refuse('CONFLICT', 'area.order', { field: 'from', parameters: { date: held.validFrom } });
  // The outline stands in the dated areas; the history says from when and how detailed.
  const changes = [{ field: 'area', before: held?.positionCount ?? null, after: { from: input.from, positionCount } }];
  const { unitId, version: stands } = unit;
  await refuseChangedMeanwhile(context, { kind: 'unit', id: unitId, version: stands, seen: input.version }, changes);
  if (held && (held.validTo === null || held.validTo >= input.from))
    await endArea(tx, held.areaId, dayAfter(input.from, -1));
  const areaId = plan?.areaId ?? (await insertArea(tx, unit.unitId, geometry, input.from));
  if (plan) await replaceArea(tx, plan.areaId, geometry, input.from);
  if (unit.kind === 'force') await updateBounds(tx, unit.unitId, boundingBoxOf(geometry));
  await reportChange(context, {
    action: 'unit_area_put',
    subjectKind: 'unit',
    subjectId: unit.unitId,
    unitId: unit.unitId,
    reason: input.reason,
    changes,
    version: await riseVersion(tx, unitId),
    values: input,
  });
  return { areaId, positionCount, planned: input.from > today };
}
