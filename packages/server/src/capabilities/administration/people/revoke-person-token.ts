import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { endToken } from '../account/store.ts';
import { openTree } from '../organisation/unit-tree.ts';
import { type People, takeAccount } from './judge-person.ts';

type Operation = typeof contract.administration.revokePersonToken;

/** Revokes a token of a person whom the caller administers. */
export function revokePersonToken(people: People) {
  return async (context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const { tx, now } = context;
    const { person, posts } = await takeAccount(people, context, await openTree(context), input.personId);
    const revokedAt =
      (await endToken(tx, person.personId, input.tokenId, now)) ??
      refuse('NOT_FOUND', 'token.unknown', { field: 'tokenId' });
    context.audit({
      kind: 'administration',
      action: 'administration.token_revoked',
      subjectKind: 'token',
      subjectId: input.tokenId,
      unitId: posts[0]?.unitId ?? null,
      reason: input.reason,
    });
    return { revokedAt };
  };
}
