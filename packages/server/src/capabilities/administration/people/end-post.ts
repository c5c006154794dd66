import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { reportChange } from '../organisation/change-history.ts';
import { dayAfter } from '../organisation/local-date.ts';
import { openTree } from '../organisation/unit-tree.ts';
import { couldGive, isLasting, keepingAdministrators, type People, takePerson, todayOf } from './judge-person.ts';
import { updatePostEnd } from './store.ts';

type Operation = typeof contract.administration.endPost;

/** Ends a post that the actor could have given. */
export function endPost(people: People) {
  return async (context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const { tx, actor, now } = context;
    const tree = await openTree(context);
    const { person, posts } = await takePerson(people, context, tree, input.personId);
    const post = posts.find((one) => one.postId === input.postId);
    if (!post || !tree.reaches(post.unitId)) refuse('NOT_FOUND', 'post.unknown', { field: 'postId' });
    const today = todayOf(tree, post.unitId);
    if (!isLasting(post, today)) refuse('CONFLICT', 'post.over', { field: 'postId' });
    const role = people.organisation.findRole(post.roleId);
    if (!role || !couldGive(people, tree, actor, now, role, post.unitId))
      refuse('FORBIDDEN', 'post.reaches_beyond', { field: 'postId' });
    if (input.lastDay < dayAfter(post.validFrom, -1))
      refuse('UNPROCESSABLE_CONTENT', 'date.order', { field: 'lastDay' });
    if (post.validTo !== null && input.lastDay > post.validTo)
      refuse('UNPROCESSABLE_CONTENT', 'date.order', { field: 'lastDay' });
    await keepingAdministrators(context, () => updatePostEnd(tx, post.postId, input.lastDay));
    await reportChange(context, {
      action: 'post_ended',
      subjectKind: 'person',
      subjectId: person.personId,
      unitId: post.unitId,
      changes: [{ field: 'post', before: { ...post }, after: { ...post, validTo: input.lastDay } }],
      values: input,
    });
    return { ended: input.lastDay < today };
  };
}
