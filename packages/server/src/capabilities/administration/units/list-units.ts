import type { contract } from '@marsad/contract';
import type { TreeUnit } from '@marsad/contract/administration/units/unit-view.ts';
import type { OutputOf } from '@marsad/contract/platform/operation.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import type { Organisation, Unit } from '../organisation/organisation.ts';
import { UnitTree } from '../organisation/unit-tree.ts';
import { unitsWithArea } from './store.ts';

const mostUnits = 5_000;

/** The tree that the person administers. */
export function listUnits(organisation: Organisation) {
  return async ({ tx, scope, now }: QueryContext): Promise<OutputOf<typeof contract.administration.listUnits>> => {
    const tree = new UnitTree(organisation.units, scope, now);
    const found = tree.units.filter((unit) => tree.reaches(unit.unitId));
    const drawn = await unitsWithArea(tx);
    return {
      units: found.slice(0, mostUnits).map((unit) => treeUnitOf(tree, unit, drawn.has(unit.unitId))),
      truncated: found.length > mostUnits,
    };
  };
}

/** A unit as screens show it in the tree. */
export function treeUnitOf(tree: UnitTree, unit: Unit, hasArea: boolean): TreeUnit {
  const { unitId, code, nameAr, nameEn, nameFr, parentId, forceId, validFrom, validTo } = unit;
  const kind = unit.kind as TreeUnit['kind'];
  const ended = tree.isEnded(unit);
  return { unitId, kind, code, nameAr, nameEn, nameFr, parentId, forceId, validFrom, validTo, ended, hasArea };
}
