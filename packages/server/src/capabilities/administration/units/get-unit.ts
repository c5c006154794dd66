import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import { changesOf } from '../organisation/change-history.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { UnitTree } from '../organisation/unit-tree.ts';
import { treeUnitOf } from './list-units.ts';
import { countInUse, readAreas, readPlacements } from './store.ts';

type Operation = typeof contract.administration.getUnit;

/** A unit, what it was, and who is there now. */
export function getUnit(organisation: Organisation) {
  return async ({ tx, scope, now }: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const tree = new UnitTree(organisation.units, scope, now);
    const unit = tree.take(input.unitId);
    const today = tree.today(unit);
    const placements = await readPlacements(tx, unit.unitId);
    const areas = await readAreas(tx, unit.unitId);
    const changes = await changesOf(tx, 'unit', unit.unitId);
    const inUse = await countInUse(tx, unit.unitId, today);
    const parent = unit.parentId === null ? undefined : tree.find(unit.parentId);
    const { timeZone, population, typeCodes, practice, version } = unit;
    const forceBounds = tree.find(unit.forceId)?.bounds ?? null;
    const hasArea = areas.some((area) => area.validTo === null);
    return {
      unit: { ...treeUnitOf(tree, unit, hasArea), version, timeZone, population, typeCodes, practice, forceBounds },
      // What never moved has stood under its parent from its first day.
      placements:
        placements.length === 0 && parent
          ? [{ ...namesOf(parent), parentId: parent.unitId, validFrom: unit.validFrom, validTo: unit.validTo }]
          : placements,
      areas,
      changes,
      inUse,
    };
  };
}

const namesOf = (unit: { code: string; nameAr: string; nameEn: string; nameFr: string }) => ({
  code: unit.code,
  nameAr: unit.nameAr,
  nameEn: unit.nameEn,
  nameFr: unit.nameFr,
});
