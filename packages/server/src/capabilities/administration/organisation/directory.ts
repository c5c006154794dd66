import { intersectScopes, type PostRights, resolveScope, type Scope } from '@marsad/contract/administration/rights.ts';
import type { Kysely } from 'kysely';
import type { DB } from '../../../platform/db/schema.generated.ts';
import {
  type Actor,
  type Directory,
  emptyScope,
  type SqlScope,
  selfActions,
} from '../../../platform/operations/actor.ts';
import { batched } from '../../../platform/operations/batched.ts';
import { localDate } from './local-date.ts';
import type { Organisation } from './organisation.ts';
import { findPeopleWithPosts } from './store.ts';

const selfScope: SqlScope = { units: [0], pairs: [], ownUnits: [] };
const personSeconds = 5;

export interface OrganisationDirectory extends Directory {
  /** Forgets what is known of a person, or of everybody: after posts or roles changed. */
  forget(personId?: string): void;
}

/** Answers rights from the organisation in memory; a person's posts are read on demand and kept for a few seconds. */
export function createDirectory(db: Kysely<DB>, organisation: Organisation): OrganisationDirectory {
  const people = new Map<
    string,
    { at: number; person: Promise<Pick<Actor, 'personId' | 'language' | 'posts'> | null> }
  >();
  const readPerson = batched((personIds: readonly string[]) => findPeopleWithPosts(db, personIds));
  const scopes = new Map<string, SqlScope>();
  let scopesVersion = -1;

  const kept = (action: string, moments: Actor['posts'][]): SqlScope => {
    if (scopesVersion !== organisation.version || scopes.size > 20_000) {
      scopes.clear();
      scopesVersion = organisation.version;
    }
    const keys = moments.map((posts) => posts.map((post) => `${post.roleId}:${post.unitId}`).join(','));
    const key = `${action}|${[...new Set(keys)].join('|')}`;
    const known = scopes.get(key);
    if (known) return known;
    const scope = computeScope(organisation, moments, action);
    scopes.set(key, scope);
    return scope;
  };

  const scopeAt = (actor: Actor, action: string, moments: Date[]): SqlScope => {
    // The one place that every reading and writing passes: less for a token, nothing for who must turn on a second factor, and
    // nothing at all for who must choose a password first.
    if (actor.mustChoosePassword) return emptyScope;
    if (selfActions.has(action)) return selfScope;
    if (actor.mustEnrol || (actor.tokenActions && !actor.tokenActions.includes(action))) return emptyScope;
    const held = moments.map((at) => activePosts(organisation, actor, at));
    return held.some((posts) => posts.length === 0) ? emptyScope : kept(action, held);
  };

  const findPerson = (personId: string) => {
    const known = people.get(personId);
    if (known && Date.now() - known.at < personSeconds * 1000) return known.person;
    if (people.size > 10_000) people.clear();
    const person = readPerson(personId).then((found) =>
      found ? { personId: found.personId, language: found.language, posts: found.posts } : null,
    );
    people.set(personId, { at: Date.now(), person });
    person.catch(() => people.delete(personId));
    return person;
  };

  return {
    scopeOf: (actor, action, at) => scopeAt(actor, action, [at]),
    scopeThroughout: (actor, action, from, to) => scopeAt(actor, action, [from, to]),
    postsAt: (actor, at) => activePosts(organisation, actor, at),
    postsFor: (actor, action, at) =>
      activePosts(organisation, actor, at).filter((post) => {
        const role = organisation.findRole(post.roleId);
        return role?.active && role.rights.some((right) => right.action === action);
      }),
    findPerson,
    forget: (personId) => {
      if (personId === undefined) people.clear();
      else people.delete(personId);
    },
  };
}

function activePosts(organisation: Organisation, actor: Pick<Actor, 'posts'>, at: Date) {
  return actor.posts.filter((post) => {
    const zone = organisation.findUnit(post.unitId)?.timeZone ?? 'UTC';
    const today = localDate(at, zone);
    return post.validFrom <= today && (post.validTo === null || post.validTo >= today);
  });
}

/** What all the moments have in common: areas are whole subtrees, so that what both hold is in both sets. */
function computeScope(organisation: Organisation, moments: Actor['posts'][], action: string): SqlScope {
  const [first, ...others] = moments.map((posts) => resolvePosts(organisation, posts, action));
  const scope = others.reduce(intersectScopes, first as Scope);
  return {
    units: withoutCovered(organisation, scope.rooms),
    pairs: scope.pairs.map(([unitId, typeId]) => ((BigInt(unitId) << 32n) | BigInt(typeId)).toString()),
    ownUnits: withoutCovered(organisation, scope.ownRooms),
  };
}

function resolvePosts(organisation: Organisation, posts: Actor['posts'], action: string): Scope {
  const rights: PostRights[] = posts.flatMap((post) => {
    const role = organisation.findRole(post.roleId);
    return role?.active ? [{ unitId: post.unitId, rights: role.rights }] : [];
  });
  return resolveScope(rights, organisation.units, organisation.types, action);
}

// A record carries its force, its room and its station: a unit below a force or room that is whole adds nothing.
function withoutCovered(organisation: Organisation, unitIds: readonly number[]): number[] {
  const whole = new Set(unitIds);
  return unitIds.filter((unitId) => {
    const unit = organisation.findUnit(unitId);
    if (!unit) return false;
    if (unit.kind !== 'force' && whole.has(unit.forceId)) return false;
    return !(unit.kind === 'station' && unit.parentId !== null && whole.has(unit.parentId));
  });
}
