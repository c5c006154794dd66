import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import { tokensOf } from '../account/store.ts';
import { readAccount } from '../accounts/store.ts';
import { changesOf } from '../organisation/change-history.ts';
import { UnitTree } from '../organisation/unit-tree.ts';
import { couldGive, isLasting, type People, takePerson, todayOf } from './judge-person.ts';

type Operation = typeof contract.administration.getPerson;
type Output = OutputOf<Operation>;

/** A person, their posts, and what the caller may do about each. */
export function getPerson(people: People) {
  return async (context: QueryContext, input: InputOf<Operation>): Promise<Output> => {
    const { tx, actor, scope, now } = context;
    const tree = new UnitTree(people.organisation.units, scope, now);
    const { person, posts, mayChange } = await takePerson(people, context, tree, input.personId);
    const { lockedAt, ...known } = person;
    const account = await readAccount(tx, person.personId, now);
    const tokens = await tokensOf(tx, person.personId, now);
    const changes = await changesOf(tx, 'person', person.personId);
    return {
      person: { ...known, language: known.language as Output['person']['language'] },
      mayChange,
      account: { ...account, lockedAt },
      tokens,
      changes,
      posts: posts.map((post) => {
        const today = todayOf(tree, post.unitId);
        const role = people.organisation.findRole(post.roleId);
        const lasting = isLasting(post, today);
        const state = !lasting ? 'over' : post.validFrom > today ? 'to_come' : 'now';
        return {
          ...post,
          state,
          mayEnd: lasting && role !== undefined && couldGive(people, tree, actor, now, role, post.unitId),
        };
      }),
    };
  };
}
