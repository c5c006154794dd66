// What the pickers of area and type show as trees.
import { type Language, type Named, nameIn } from '../../platform/text.ts';
import type { TreeNode } from '../../ui/tree-rows.ts';

interface Unit extends Named {
  unitId: number;
  parentId: number | null;
  kind: string;
  code: string;
}

const placed = ['force', 'command_centre', 'operations_room', 'station'];
const namesOf = ({ nameAr, nameEn, nameFr }: Named): string[] => [nameAr, nameEn, nameFr];

/** Units that have an area, each under the nearest one above it that has one. */
export function areaNodes(units: readonly Unit[], language: Language): TreeNode<number>[] {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]));
  const above = (unit: Unit): number | null => {
    let up = unit.parentId === null ? undefined : byId.get(unit.parentId);
    while (up && !placed.includes(up.kind)) up = up.parentId === null ? undefined : byId.get(up.parentId);
    return up?.unitId ?? null;
  };
  return units
    .filter((unit) => placed.includes(unit.kind))
    .map((unit) => ({
      id: unit.unitId,
      parentId: above(unit),
      name: nameIn(language, unit),
      aliases: [unit.code, ...namesOf(unit)],
    }));
}

interface Type extends Named {
  typeId: number;
  parentId: number | null;
  code: string;
  aliases: readonly string[];
}

/** The tree of types, told by their codes. */
export function typeNodes(types: readonly Type[], language: Language): TreeNode<string>[] {
  const codes = new Map(types.map((type) => [type.typeId, type.code]));
  return types.map((type) => ({
    id: type.code,
    parentId: type.parentId === null ? null : (codes.get(type.parentId) ?? null),
    name: nameIn(language, type),
    aliases: [type.code, ...type.aliases, ...namesOf(type)],
  }));
}
