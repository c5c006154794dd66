import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { deleteSessions, readAccount } from '../accounts/store.ts';
import { reportChange } from '../organisation/change-history.ts';
import { openTree } from '../organisation/unit-tree.ts';
import { keepingAdministrators, type People, takeAccount } from './judge-person.ts';
import { updateLock } from './store.ts';

type Operation = typeof contract.administration.lockAccount;

/** Keeps a person out until somebody unlocks their account. */
export function lockAccount(people: People) {
  return async (context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const { tx, now } = context;
    const { person } = await takeAccount(people, context, await openTree(context), input.personId);
    if (!(await readAccount(tx, person.personId, now)).exists)
      refuse('CONFLICT', 'account.none', { field: 'personId' });
    if (person.lockedAt !== null) refuse('CONFLICT', 'account.locked', { field: 'personId' });
    await keepingAdministrators(context, () => updateLock(tx, person.personId, now));
    await deleteSessions(tx, person.personId);
    const lockedAt = now.toISOString();
    await reportChange(context, {
      action: 'account_locked',
      subjectKind: 'person',
      subjectId: person.personId,
      reason: input.reason,
      changes: [{ field: 'lockedAt', before: null, after: lockedAt }],
      values: input,
    });
    return { lockedAt };
  };
}
