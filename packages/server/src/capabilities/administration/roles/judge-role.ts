import { permissions } from '@marsad/contract/administration/permissions.ts';
import type { Right } from '@marsad/contract/administration/rights.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { openTree, type UnitTree } from '../organisation/unit-tree.ts';
import { reachesAll } from '../people/judge-person.ts';

/** The tree for a command on what belongs to every force; refuses whoever does not administer all of them. */
export async function openWholeTree(context: CommandContext): Promise<UnitTree> {
  const tree = await openTree(context);
  if (!reachesAll(tree)) refuse('FORBIDDEN', 'role.every_force');
  return tree;
}

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
    const key = JSON.stringify([right.action, right.area, right.types, right.own]);
    if (seen.has(key)) refuse('UNPROCESSABLE_CONTENT', 'right.twice', about);
    seen.add(key);
  }
}
