// Who may do what to whom: nobody reaches, gives or takes more than they administer themselves.
import { resolveScope } from '@marsad/contract/administration/rights.ts';
import { judgePassword } from '../../../platform/auth/judge-password.ts';
import type { Actor, Directory } from '../../../platform/operations/actor.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import type { Organisation, Role } from '../organisation/organisation.ts';
import { UnitTree } from '../organisation/unit-tree.ts';
import { findPersonRow, type PersonRow, type PostRow, readAdministrators, readPosts } from './store.ts';

export interface People {
  organisation: Organisation;
  directory: Directory;
}

/** Actions that make others' rights: who gives one must hold it over the same units. Landmarks give nobody a right. */
const administers = (action: string): boolean => action.endsWith('.manage') && action !== 'gazetteer.manage';

/**
 * Whether somebody could give a role at a unit: everything it would reach lies in their area, and what it would
 * administer they administer too. The same test says whose password they may set and whose posts they may end.
 */
export function couldGive(
  people: People,
  tree: UnitTree,
  actor: Actor,
  now: Date,
  role: Role,
  unitId: number,
): boolean {
  if (!tree.reaches(unitId)) return false;
  return [...new Set(role.rights.map((right) => right.action))].every((action) => {
    const reached = resolveScope([{ unitId, rights: role.rights }], tree.units, people.organisation.types, action);
    const units = [
      ...reached.rooms,
      ...reached.ownRooms,
      ...[...reached.pairs, ...reached.ownPairs].map(([unit]) => unit),
    ];
    const mine = administers(action)
      ? new UnitTree(tree.units, people.directory.scopeOf(actor, action, now), now)
      : tree;
    return [...new Set(units)].every((unit) => tree.reaches(unit) && mine.reaches(unit));
  });
}

/** A post that holds now or will. */
export const isLasting = (post: Pick<PostRow, 'validFrom' | 'validTo'>, today: string): boolean =>
  post.validTo === null || (post.validTo >= today && post.validTo >= post.validFrom);

export interface KnownPerson {
  person: PersonRow;
  posts: PostRow[];
  /**
   * Every post that holds now or will is one that the actor could give; where none is left, all that the person held lay
   * within reach: who once served here and elsewhere belongs to nobody in particular.
   */
  mayChange: boolean;
}

/** A person within reach: one of their posts, past ones too, is at a unit that the action reaches. */
export async function takePerson(
  people: People,
  { tx, actor, now }: Pick<CommandContext, 'tx' | 'actor' | 'now'>,
  tree: UnitTree,
  personId: string,
): Promise<KnownPerson> {
  const person = await findPersonRow(tx, personId);
  const posts = person ? await readPosts(tx, personId) : [];
  const within = posts.length === 0 ? reachesAll(tree) : posts.some((post) => tree.reaches(post.unitId));
  if (!person || !within) refuse('NOT_FOUND', 'person.unknown', { field: 'personId' });
  const lasting = posts.filter((post) => isLasting(post, todayOf(tree, post.unitId)));
  const mayChange =
    lasting.length === 0
      ? posts.every((post) => tree.reaches(post.unitId))
      : lasting.every((post) => {
          const role = people.organisation.findRole(post.roleId);
          return role !== undefined && couldGive(people, tree, actor, now, role, post.unitId);
        });
  return { person, posts, mayChange };
}

/** A person whom the actor may change; refuses one who holds more elsewhere. */
export async function takeOwnPerson(people: People, context: CommandContext, tree: UnitTree, personId: string) {
  const known = await takePerson(people, context, tree, personId);
  if (!known.mayChange) refuse('FORBIDDEN', 'person.beyond', { field: 'personId' });
  return known;
}

/** A person whose account the actor may manage: as `takeOwnPerson`, and never the actor's own. */
export async function takeAccount(people: People, context: CommandContext, tree: UnitTree, personId: string) {
  if (personId === context.actor.personId) refuse('FORBIDDEN', 'account.own', { field: 'personId' });
  return takeOwnPerson(people, context, tree, personId);
}

/** Refuses a password for somebody else that would be refused as one's own. */
export function judgeFirstPassword(password: string, userName: string): void {
  const wrong = judgePassword(password, userName);
  if (wrong) refuse('UNPROCESSABLE_CONTENT', wrong, { field: 'password' });
}

/** Whether the action reaches every force. */
export const reachesAll = (tree: UnitTree): boolean =>
  tree.units.every((unit) => unit.kind !== 'force' || tree.isEnded(unit) || tree.reaches(unit.unitId));

export const todayOf = (tree: UnitTree, unitId: number): string => tree.today(tree.find(unitId) ?? { timeZone: 'UTC' });

/** Does a change and refuses it afterwards if it left the actor, or everybody, without the right to administer. */
export async function keepingAdministrators<T>({ tx, actor }: CommandContext, change: () => Promise<T>): Promise<T> {
  const before = await readAdministrators(tx);
  const result = await change();
  const after = await readAdministrators(tx);
  if (before.has(actor.personId) && !after.has(actor.personId)) refuse('CONFLICT', 'post.own_last');
  if (before.size > 0 && after.size === 0) refuse('CONFLICT', 'post.last_administrator');
  return result;
}
