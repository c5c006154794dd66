import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { deleteSessions } from '../accounts/store.ts';
import { reportChange } from '../organisation/change-history.ts';
import { dayAfter } from '../organisation/local-date.ts';
import { openTree } from '../organisation/unit-tree.ts';
import { isLasting, keepingAdministrators, type People, takeOwnPerson, todayOf } from './judge-person.ts';
import { updatePostEnd, updateService } from './store.ts';

type Operation = typeof contract.administration.endPerson;

/** Ends a person's service, their posts with it. */
export function endPerson(people: People) {
  return async (context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const { tx } = context;
    const tree = await openTree(context);
    const { person, posts } = await takeOwnPerson(people, context, tree, input.personId);
    if (!person.active) refuse('CONFLICT', 'person.ended', { field: 'personId' });
    const ended = input.lastDay < todayOf(tree, posts[0]?.unitId ?? 0);
    await keepingAdministrators(context, async () => {
      await updateService(tx, person.personId, input.lastDay, !ended);
      for (const post of posts) {
        if (!isLasting(post, todayOf(tree, post.unitId))) continue;
        if (post.validTo !== null && post.validTo <= input.lastDay) continue;
        // A post that was to begin later never begins.
        const begins = post.validFrom <= input.lastDay;
        await updatePostEnd(tx, post.postId, begins ? input.lastDay : dayAfter(post.validFrom, -1));
      }
    });
    if (ended) await deleteSessions(tx, person.personId);
    await reportChange(context, {
      action: 'person_ended',
      subjectKind: 'person',
      subjectId: person.personId,
      reason: input.reason,
      changes: [{ field: 'validTo', before: person.validTo, after: input.lastDay }],
      values: input,
    });
    return { ended };
  };
}
