import type { contract } from '@marsad/contract';
import { permissions } from '@marsad/contract/administration/permissions.ts';
import type { OutputOf } from '@marsad/contract/platform/operation.ts';
import { isEmptyScope, type SqlScope } from '../../../platform/operations/actor.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import { hasSecondFactor } from '../account/store.ts';
import { boardKinds, isEnded, type Organisation, type Unit } from '../organisation/organisation.ts';
import { findPersonWithPosts } from '../organisation/store.ts';

type Operation = typeof contract.administration.getSession;

/** Who the caller is and what the screens may offer; the server decides again at each operation. */
export function getSession(organisation: Organisation, idleMinutes: number) {
  return async ({ tx, actor, now, runner }: QueryContext): Promise<OutputOf<Operation>> => {
    const person = await findPersonWithPosts(tx, actor.personId);
    if (!person) refuse('UNAUTHORIZED', 'session.missing');
    const may = (action: string): SqlScope => runner.directory.scopeOf(actor, action, now);
    const rooms = organisation.units.filter((unit) => boardKinds.includes(unit.kind) && !isEnded(unit, now));
    const roomsOf = (scope: SqlScope): number[] =>
      rooms.filter((room) => reachesUnit(scope, room)).map((room) => room.unitId);
    const forces = new Set(person.posts.map((post) => organisation.findUnit(post.unitId)?.forceId));
    // A right over every force brings the names of its units with it.
    const readable = may('incident.read');
    const { posts, ...self } = person;
    return {
      person: self,
      posts: runner.directory.postsAt({ posts }, now).flatMap((post) => {
        const role = organisation.findRole(post.roleId);
        if (!role) return [];
        const { postId, unitId } = post;
        return [
          {
            postId,
            unitId,
            roleCode: role.code,
            roleNameAr: role.nameAr,
            roleNameEn: role.nameEn,
            roleNameFr: role.nameFr,
          },
        ];
      }),
      actions: permissions.map((permission) => permission.action).filter((action) => !isEmptyScope(may(action))),
      units: organisation.units.filter((unit) => forces.has(unit.forceId) || reachesUnit(readable, unit)),
      boardRoomIds: roomsOf(readable),
      logRoomIds: roomsOf(may('incident.log')),
      secondFactor: { on: await hasSecondFactor(tx, actor.personId), required: actor.mustEnrol ?? false },
      practice: organisation.units.some((unit) => forces.has(unit.forceId) && unit.practice),
      idleMinutes,
      offlineLimitHours: runner.offlineLimitHours,
      serverTime: now.toISOString(),
    };
  };
}

/** Whether a scope reaches into a unit, for any type and any author. */
export function reachesUnit(scope: SqlScope, unit: Pick<Unit, 'unitId' | 'forceId'>): boolean {
  const ids = [unit.unitId, unit.forceId];
  return (
    ids.some((id) => scope.units.includes(id) || scope.ownUnits.includes(id)) ||
    scope.pairs.some((pair) => ids.includes(Number(BigInt(pair) >> 32n)))
  );
}
