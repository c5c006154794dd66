import { permissions } from '@marsad/contract/administration/permissions.ts';
import type { Right } from '@marsad/contract/administration/rights.ts';
import type { Actor } from '../../../platform/operations/actor.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import type { Organisation, Role } from '../organisation/organisation.ts';
import { openTree, type UnitTree } from '../organisation/unit-tree.ts';
import { reachesAll } from '../people/judge-person.ts';

/** The tree for a command on what belongs to every force; refuses whoever does not administer all of them. */
export async function openWholeTree(context: CommandContext): Promise<UnitTree> {
  const tree = await openTree(context);
  if (!reachesAll(tree)) refuse('FORBIDDEN', 'role.every_force');
  return tree;
}

/** Refuses rights added to a role by somebody who holds it: nobody gives themselves more, another must. */
export function judgeOwnRole(actor: Actor, role: Pick<Role, 'roleId' | 'rights'>, rights: readonly Right[]): void {
  if (!actor.posts.some((post) => post.roleId === role.roleId)) return;
  const held = new Set(role.rights.map(keyOf));
  const added = rights.find((right) => !held.has(keyOf(right)));
  if (added) refuse('FORBIDDEN', 'role.own', { field: 'rights', parameters: { action: added.action.slice(0, 80) } });
}

const keyOf = ({ action, area, types, own }: Right): string => JSON.stringify([action, area, types, own]);

/** Everybody signed in has their own session; it is no right to give. */
const givable = new Set(permissions.map((one) => one.action).filter((action) => action !== 'session.self'));

/** Refuses rights of actions or types that are none, and the same right twice. */
export function judgeRights(organisation: Organisation, rights: readonly Right[]): void {
  const codes = new Set(organisation.types.map((type) => type.code));
  const seen = new Set<string>();
  for (const right of rights) {
    const about = { field: 'rights', parameters: { action: right.action.slice(0, 80) } };
    if (!givable.has(right.action)) refuse('UNPROCESSABLE_CONTENT', 'right.unknown', about);
    const wrong = Array.isArray(right.types) ? right.types.find((code) => !codes.has(code)) : undefined;
    if (wrong !== undefined)
      refuse('UNPROCESSABLE_CONTENT', 'type.unknown', { field: 'rights', parameters: { code: wrong } });
    // Own records are bounded by place alone: the walls have no place for both, and a right that gives nothing misleads.
    if (right.own && right.types !== 'all') refuse('UNPROCESSABLE_CONTENT', 'right.own_types', about);
    const key = keyOf(right);
    if (seen.has(key)) refuse('UNPROCESSABLE_CONTENT', 'right.twice', about);
    seen.add(key);
  }
}
