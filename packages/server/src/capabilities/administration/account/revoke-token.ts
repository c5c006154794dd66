import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { endToken } from './store.ts';

type Operation = typeof contract.administration.revokeToken;

/** Revokes a token of the caller; that of somebody else is not there. */
export async function revokeToken(
  context: CommandContext,
  { tokenId }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { tx, actor, now } = context;
  const revokedAt =
    (await endToken(tx, actor.personId, tokenId, now)) ?? refuse('NOT_FOUND', 'token.unknown', { field: 'tokenId' });
  context.audit({ kind: 'access', action: 'token.revoked', subjectKind: 'token', subjectId: tokenId });
  return { revokedAt };
}
