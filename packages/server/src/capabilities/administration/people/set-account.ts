import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { hashPassword } from '../../../platform/auth/auth.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { deleteSessions, insertAccount, personSearchText, readAccount, updatePassword } from '../accounts/store.ts';
import { reportChange } from '../organisation/change-history.ts';
import { openTree } from '../organisation/unit-tree.ts';
import { judgeFirstPassword, type People, takeAccount } from './judge-person.ts';
import { type PersonRow, updateUserName, userNameTaken } from './store.ts';

type Operation = typeof contract.administration.setAccount;

/** Gives an account or a temporary password. `password` comes beside the input, which is kept: see `keyedDigest`. */
export function setAccount(people: People) {
  return async (context: CommandContext, input: InputOf<Operation>, password: string): Promise<OutputOf<Operation>> => {
    const { tx, now } = context;
    const tree = await openTree(context);
    const { person } = await takeAccount(people, context, tree, input.personId);
    if (!person.active) refuse('CONFLICT', 'person.ended', { field: 'personId' });
    const { exists } = await readAccount(tx, person.personId, now);
    const userName = await chosenName(context, person, input.userName);
    judgeFirstPassword(password, userName);
    const hashed = await hashPassword(password);
    if (exists) await updatePassword(tx, person.personId, hashed);
    else await insertAccount(tx, { personId: person.personId, userName, name: person.nameLatin, hashed });
    await deleteSessions(tx, person.personId);
    const fields = exists ? ['password'] : ['userName', 'password'];
    await reportChange(context, {
      action: 'account_set',
      subjectKind: 'person',
      subjectId: person.personId,
      reason: input.reason,
      changes: fields.map((field) => ({ field, before: null, after: field === 'userName' ? userName : null })),
      values: input,
    });
    return { userName };
  };
}

async function chosenName({ tx }: CommandContext, person: PersonRow, chosen: string | undefined): Promise<string> {
  if (person.userName !== null) {
    if (chosen !== undefined && chosen !== person.userName)
      refuse('CONFLICT', 'person.user_name_fixed', { field: 'userName' });
    return person.userName;
  }
  if (chosen === undefined) refuse('UNPROCESSABLE_CONTENT', 'person.user_name_missing', { field: 'userName' });
  if (await userNameTaken(tx, chosen)) refuse('CONFLICT', 'person.user_name_taken', { field: 'userName' });
  await updateUserName(tx, person.personId, chosen, personSearchText({ ...person, userName: chosen }));
  return chosen;
}
