import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { differences, reportChange } from '../organisation/change-history.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { openTree } from '../organisation/unit-tree.ts';
import { judgeParentKind, judgeTimeZone, judgeTypeCodes } from './judge-unit.ts';
import { insertUnit } from './store.ts';

type Operation = typeof contract.administration.createUnit;

/** Makes a unit. Its force and, where not said, its time zone are the parent's. */
export function createUnit(organisation: Organisation) {
  return async (context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const tree = await openTree(context);
    const parent = tree.takeLive(input.parentId, 'parentId');
    judgeParentKind(input.kind, parent);
    judgeTypeCodes(input.typeCodes, organisation.types);
    const timeZone = input.timeZone ?? parent.timeZone;
    judgeTimeZone(timeZone);
    if (input.validFrom < parent.validFrom)
      refuse('UNPROCESSABLE_CONTENT', 'unit.before_parent', { field: 'validFrom' });
    const same = tree.units.find((unit) => unit.forceId === parent.forceId && unit.code === input.code);
    // One code, one unit, whatever its kind: the code is what people say and what stands in numbers.
    if (same) refuse('CONFLICT', 'unit.code_taken', { field: 'code' });
    const { kind, code, nameAr, nameEn, nameFr, population, typeCodes, validFrom } = input;
    const fields = { kind, code, nameAr, nameEn, nameFr, population, typeCodes, validFrom, timeZone };
    const unitId = await insertUnit(context.tx, {
      ...fields,
      parentId: parent.unitId,
      forceId: parent.forceId,
      practice: parent.practice,
    });
    await reportChange(context, {
      action: 'unit_made',
      subjectKind: 'unit',
      subjectId: unitId,
      unitId,
      changes: differences({}, { ...fields, parentId: parent.unitId }),
      values: input,
    });
    return { unitId };
  };
}
