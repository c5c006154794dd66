import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';
import { type UnitKind, unitKind } from '@marsad/contract/administration/units/unit-kinds.ts';
import type { TreeUnit } from '@marsad/contract/administration/units/unit-view.ts';

export interface Branch {
  unit: TreeUnit;
  children: Branch[];
  /** How many units stand under it, at any depth, of those shown. */
  below: number;
  /** Whether it is one of those asked for, rather than what stands above them. */
  found: boolean;
}

export interface Narrowed {
  words: string;
  /** Only units of this kind; empty for all. */
  kind: string;
  withEnded: boolean;
}

/** From the force down to the teams: the order of siblings and of the list of kinds. */
export const kindOrder: readonly UnitKind[] = unitKind.options;

/**
 * The units as branches, those without a known parent first. Narrowed by words only units that hold each of them in a
 * name or code stand, by a kind only those of that kind, both with what is above them; siblings go by kind and code.
 */
export function branchesOf(units: readonly TreeUnit[], { words, kind, withEnded }: Narrowed): Branch[] {
  const wanted = normaliseForSearch(words).split(' ').filter(Boolean);
  const matches = (unit: TreeUnit): boolean => {
    if (kind !== '' && unit.kind !== kind) return false;
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
      .map((unit) => branch(unit, under(unit.unitId), matches(unit)))
      .filter((one) => one.children.length > 0 || one.found)
      .sort(
        (a, b) =>
          kindOrder.indexOf(a.unit.kind) - kindOrder.indexOf(b.unit.kind) || (a.unit.code < b.unit.code ? -1 : 1),
      );
  return under(null);
}

function branch(unit: TreeUnit, children: Branch[], found: boolean): Branch {
  const below = children.reduce((sum, child) => sum + child.below + (child.found ? 1 : 0), 0);
  return { unit, children, below, found };
}

/** How many of the units asked for stand in branches. */
export const countFound = (branches: readonly Branch[]): number =>
  branches.reduce((sum, one) => sum + one.below + (one.found ? 1 : 0), 0);

/** Units from the root down to one, the unit apart: what must be open for it to be seen. */
export function unitsAbove<Unit extends { unitId: number; parentId: number | null }>(
  units: ReadonlyMap<number, Unit>,
  unitId: number | null,
): Unit[] {
  const above: Unit[] = [];
  let parent = units.get(units.get(unitId ?? -1)?.parentId ?? -1);
  while (parent && !above.includes(parent)) {
    above.unshift(parent);
    parent = units.get(parent.parentId ?? -1);
  }
  return above;
}
