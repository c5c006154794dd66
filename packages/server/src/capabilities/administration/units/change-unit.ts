import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { differences, reportChange } from '../organisation/change-history.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { openTree } from '../organisation/unit-tree.ts';
import { judgeTypeCodes } from './judge-unit.ts';
import { updateUnit } from './store.ts';

type Operation = typeof contract.administration.changeUnit;

/** Changes what a unit is called and counted with. */
export function changeUnit(organisation: Organisation) {
  return async (context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const unit = (await openTree(context)).take(input.unitId);
    judgeTypeCodes(input.typeCodes, organisation.types);
    const fieldsOf = (from: typeof unit | typeof input) => ({
      nameAr: from.nameAr,
      nameEn: from.nameEn,
      nameFr: from.nameFr,
      population: from.population,
      typeCodes: [...from.typeCodes],
    });
    const changes = differences(fieldsOf(unit), fieldsOf(input));
    if (changes.length > 0) await updateUnit(context.tx, unit.unitId, fieldsOf(input));
    await reportChange(context, {
      action: 'unit_changed',
      subjectKind: 'unit',
      subjectId: unit.unitId,
      unitId: unit.unitId,
      reason: input.reason,
      changes,
      values: input,
    });
    return { changed: changes.map((change) => change.field) };
  };
}
