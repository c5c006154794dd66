import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { hashPassword } from '../../../platform/auth/auth.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { insertAccount, personSearchText } from '../accounts/store.ts';
import { differences, reportChange } from '../organisation/change-history.ts';
import { openTree } from '../organisation/unit-tree.ts';
import { judgeFirstPassword, type People } from './judge-person.ts';
import { judgePost } from './judge-post.ts';
import { findPersonRow, insertPerson, insertPost, userNameTaken } from './store.ts';

type Operation = typeof contract.administration.createPerson;

/** Takes a person in. `password` comes beside the input, which is kept: see `keyedDigest`. */
export function createPerson(people: People) {
  return async (
    context: CommandContext,
    input: InputOf<Operation>,
    password: string | undefined,
  ): Promise<OutputOf<Operation>> => {
    const { tx } = context;
    const tree = await openTree(context);
    const { personId, nameAr, nameLatin, language, post } = input;
    judgePost(people, context, tree, post, []);
    if (await findPersonRow(tx, personId)) refuse('CONFLICT', 'command.id_used', { field: 'personId' });
    const userName = input.account?.userName ?? null;
    if (userName !== null && (await userNameTaken(tx, userName)))
      refuse('CONFLICT', 'person.user_name_taken', { field: 'userName' });
    if (userName !== null && password !== undefined) judgeFirstPassword(password, userName);
    const fields = { nameAr, nameLatin, serviceNumber: input.serviceNumber || null, language };
    const searchText = personSearchText({ ...fields, userName });
    await insertPerson(tx, { ...fields, personId, userName, validFrom: post.validFrom, searchText });
    await insertPost(tx, { ...post, personId });
    if (userName !== null && password !== undefined)
      await insertAccount(tx, { personId, userName, name: nameLatin, hashed: await hashPassword(password) });
    await reportChange(context, {
      action: 'person_made',
      subjectKind: 'person',
      subjectId: personId,
      unitId: post.unitId,
      changes: differences({}, { ...fields, userName, post }),
      values: input,
    });
    return { personId };
  };
}
