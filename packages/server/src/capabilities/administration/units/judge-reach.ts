// What a change of a unit gives to those who hold posts there: never more than who makes the change administers.
import { resolveScope, type Scope } from '@marsad/contract/administration/rights.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import type { Organisation, Unit } from '../organisation/organisation.ts';
import type { UnitTree } from '../organisation/unit-tree.ts';
import { reachesAll, todayOf } from '../people/judge-person.ts';
import { rolesHeldAt } from './lists-store.ts';

interface Change {
  /** The units as they would be. */
  after: readonly Unit[];
  /** Those whose posts may reach elsewhere then. */
  unitIds: readonly number[];
  field: string;
}

/** Refuses a change by which somebody's post would reach a unit, or types in it, outside the area of who makes the change. */
export async function judgeReach(
  { tx }: CommandContext,
  organisation: Organisation,
  tree: UnitTree,
  { after, unitIds, field }: Change,
): Promise<void> {
  if (reachesAll(tree)) return;
  const held = await rolesHeldAt(tx, unitIds, todayOf(tree, unitIds[0] ?? 0));
  for (const { roleId, unitId } of held) {
    const role = organisation.findRole(roleId);
    if (!role?.active) continue;
    for (const action of new Set(role.rights.map((right) => right.action))) {
      const reach = (units: readonly Unit[]) =>
        resolveScope([{ unitId, rights: role.rights }], units, organisation.types, action);
      if (unitsGained(reach(tree.units), reach(after)).some((one) => !tree.reaches(one)))
        refuse('FORBIDDEN', 'unit.posts_beyond', { field });
    }
  }
}

/** Units of which a scope holds more than another does. */
function unitsGained(before: Scope, after: Scope): number[] {
  const keysOf = (scope: Scope): [key: string, unitId: number][] => [
    ...scope.rooms.map((unitId): [string, number] => [`${unitId}`, unitId]),
    ...scope.ownRooms.map((unitId): [string, number] => [`own ${unitId}`, unitId]),
    ...scope.pairs.map((pair): [string, number] => [`${pair}`, pair[0]]),
  ];
  const had = new Set(keysOf(before).map(([key]) => key));
  return keysOf(after).flatMap(([key, unitId]) => (had.has(key) || had.has(`${unitId}`) ? [] : [unitId]));
}
