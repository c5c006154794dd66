import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { deleteAttempts, readAccount } from '../accounts/store.ts';
import { reportChange } from '../organisation/change-history.ts';
import { openTree } from '../organisation/unit-tree.ts';
import { type People, takeAccount } from './judge-person.ts';
import { updateLock } from './store.ts';

type Operation = typeof contract.administration.unlockAccount;

/** Lets a person in again: takes the administrator's lock away, and forgives wrong attempts. */
export function unlockAccount(people: People) {
  return async (context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const { tx, now } = context;
    const { person } = await takeAccount(people, context, await openTree(context), input.personId);
    const { lockedByAttempts } = await readAccount(tx, person.personId, now);
    if (person.lockedAt === null && !lockedByAttempts) refuse('CONFLICT', 'account.not_locked', { field: 'personId' });
    await updateLock(tx, person.personId, null);
    await deleteAttempts(tx, person.personId, person.userName ?? '');
    await reportChange(context, {
      action: 'account_unlocked',
      subjectKind: 'person',
      subjectId: person.personId,
      reason: input.reason,
      changes: [{ field: 'lockedAt', before: person.lockedAt, after: null }],
      values: input,
    });
    return { personId: person.personId };
  };
}
