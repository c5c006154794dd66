import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';
import type { TreeUnit } from '@marsad/contract/administration/units/unit-view.ts';

export interface Branch {
  unit: TreeUnit;
  children: Branch[];
}

const kindOrder = [
  'force',
  'headquarters',
  'command_centre',
  'operations_room',
  'station',
  'department',
  'analysis_team',
];

/**
 * The units as branches, those without a known parent first. With `words` only units that hold each of them in a name or
 * code stand, with what is above them; siblings go by kind and code.
 */
export function branchesOf(units: readonly TreeUnit[], words: string, withEnded: boolean): Branch[] {
  const wanted = normaliseForSearch(words).split(' ').filter(Boolean);
  const matches = (unit: TreeUnit): boolean => {
    const text = normaliseForSearch(`${unit.code} ${unit.nameAr} ${unit.nameEn} ${unit.nameFr}`);
    return wanted.every((word) => text.includes(word));
  };
  const known = new Set(units.map((unit) => unit.unitId));
  const byParent = Map.groupBy(
    units.filter((unit) => withEnded || !unit.ended),
    (unit) => (unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null),
  );
  const under = (parentId: number | null): Branch[] =>
    (byParent.get(parentId) ?? [])
      .map((unit) => ({ unit, children: under(unit.unitId) }))
      .filter((branch) => branch.children.length > 0 || wanted.length === 0 || matches(branch.unit))
      .sort(
        (a, b) =>
          kindOrder.indexOf(a.unit.kind) - kindOrder.indexOf(b.unit.kind) || (a.unit.code < b.unit.code ? -1 : 1),
      );
  return under(null);
}

/** Ids from the root to a unit, the unit apart: what must be open for it to be seen. */
export function idsAbove(units: readonly TreeUnit[], unitId: number | null): number[] {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]));
  const above: number[] = [];
  let parent = byId.get(unitId ?? -1)?.parentId ?? null;
  while (parent !== null && !above.includes(parent)) {
    above.push(parent);
    parent = byId.get(parent)?.parentId ?? null;
  }
  return above;
}
