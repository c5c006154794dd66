import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { openTree } from '../organisation/unit-tree.ts';
import { type People, takeOwnPerson } from '../people/judge-person.ts';
import { endSessions, removeSecondFactor } from './store.ts';

type Operation = typeof contract.administration.resetSecondFactor;

/** Resets somebody else's second factor: of whom the caller could give every post that they hold. */
export function resetSecondFactor(people: People) {
  return async (context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const { tx, actor } = context;
    if (input.personId === actor.personId) refuse('FORBIDDEN', 'second_factor.own');
    const { posts } = await takeOwnPerson(people, context, await openTree(context), input.personId);
    const wasOn = await removeSecondFactor(tx, input.personId);
    await endSessions(tx, input.personId, null);
    context.audit({
      kind: 'administration',
      action: 'second_factor.reset',
      subjectKind: 'person',
      subjectId: input.personId,
      unitId: posts[0]?.unitId ?? null,
      reason: input.reason,
    });
    return { wasOn };
  };
}
