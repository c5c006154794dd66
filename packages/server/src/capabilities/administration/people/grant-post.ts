import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { reportChange } from '../organisation/change-history.ts';
import { openTree } from '../organisation/unit-tree.ts';
import { type People, takePerson } from './judge-person.ts';
import { judgePost } from './judge-post.ts';
import { insertPost } from './store.ts';

type Operation = typeof contract.administration.grantPost;

/** Gives a post. It holds from its first day, on every open screen at once. */
export function grantPost(people: People) {
  return async (context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const tree = await openTree(context);
    const { person, posts } = await takePerson(people, context, tree, input.personId);
    if (!person.active) refuse('CONFLICT', 'person.ended', { field: 'personId' });
    if (person.validTo !== null && (input.validTo === null || input.validTo > person.validTo))
      refuse('CONFLICT', 'person.ended', { field: 'validTo' });
    judgePost(people, context, tree, input, posts);
    const { postId, personId, roleId, unitId, validFrom, validTo } = input;
    await insertPost(context.tx, { postId, personId, roleId, unitId, validFrom, validTo });
    await reportChange(context, {
      action: 'post_given',
      subjectKind: 'person',
      subjectId: personId,
      unitId,
      changes: [{ field: 'post', before: null, after: { postId, roleId, unitId, validFrom, validTo } }],
      values: input,
    });
    return { postId };
  };
}
