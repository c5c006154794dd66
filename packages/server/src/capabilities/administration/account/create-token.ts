import type { contract } from '@marsad/contract';
import { permissions } from '@marsad/contract/administration/permissions.ts';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { type Directory, isEmptyScope, selfActions } from '../../../platform/operations/actor.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { countTokens, insertToken } from './store.ts';

type Operation = typeof contract.administration.createToken;

const mostTokens = 50;
const dayMilliseconds = 86_400_000;

/** Makes a token that may do no more than its person may now; what the person loses later, the token loses too. */
export function createToken(directory: Directory) {
  return async (context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const { tx, actor, now } = context;
    if (actor.mustEnrol) refuse('FORBIDDEN', 'second_factor.required');
    const actions = input.actions ? [...new Set(input.actions)].sort() : null;
    const known = new Set(permissions.map((permission) => permission.action));
    for (const action of actions ?? []) {
      if (!known.has(action) || selfActions.has(action) || isEmptyScope(directory.scopeOf(actor, action, now)))
        refuse('UNPROCESSABLE_CONTENT', 'token.beyond_rights', { field: 'actions' });
    }
    if ((await countTokens(tx, actor.personId, now)) >= mostTokens)
      refuse('CONFLICT', 'token.too_many', { parameters: { most: mostTokens } });
    const expiresAt = new Date(now.getTime() + input.days * dayMilliseconds);
    await insertToken(tx, {
      token_id: input.tokenId,
      person_id: actor.personId,
      name: input.name,
      secret_digest: Buffer.from(input.secretDigest, 'hex'),
      actions,
      created_at: now,
      expires_at: expiresAt,
    });
    context.audit({
      kind: 'access',
      action: 'token.created',
      subjectKind: 'token',
      subjectId: input.tokenId,
      fields: actions ?? ['*'],
    });
    return { tokenId: input.tokenId, expiresAt: expiresAt.toISOString() };
  };
}
