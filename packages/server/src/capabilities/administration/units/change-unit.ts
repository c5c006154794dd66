import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { differences, reportChange } from '../organisation/change-history.ts';
import { refuseChangedMeanwhile } from '../organisation/changed-meanwhile.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { openTree } from '../organisation/unit-tree.ts';
import { judgeReach } from './judge-reach.ts';
import { judgeTypeCodes } from './judge-unit.ts';
import { riseVersion, updateUnit } from './store.ts';

type Operation = typeof contract.administration.changeUnit;

/** Changes what a unit is called and counted with, and the types that posts there may work. */
export function changeUnit(organisation: Organisation) {
  return async (context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const tree = await openTree(context);
    const unit = tree.take(input.unitId);
    judgeTypeCodes(input.typeCodes, organisation.types);
    const fieldsOf = (from: typeof unit | typeof input) => ({
      nameAr: from.nameAr,
      nameEn: from.nameEn,
      nameFr: from.nameFr,
      population: from.population,
      typeCodes: [...from.typeCodes],
    });
    const changes = differences(fieldsOf(unit), fieldsOf(input));
    const { unitId, version: before } = unit;
    await refuseChangedMeanwhile(context, { kind: 'unit', id: unitId, version: before, seen: input.version }, changes);
    const after = tree.units.map((one) => (one === unit ? { ...one, typeCodes: [...input.typeCodes] } : one));
    await judgeReach(context, organisation, tree, { after, unitIds: [unitId], field: 'typeCodes' });
    if (changes.length > 0) await updateUnit(context.tx, unitId, fieldsOf(input));
    const version = changes.length > 0 ? await riseVersion(context.tx, unitId) : before;
    await reportChange(context, {
      action: 'unit_changed',
      subjectKind: 'unit',
      subjectId: unitId,
      unitId,
      reason: input.reason,
      changes,
      version,
      values: input,
    });
    return { version, changed: changes.map((change) => change.field) };
  };
}
