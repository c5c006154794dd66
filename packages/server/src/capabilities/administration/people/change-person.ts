import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { personSearchText } from '../accounts/store.ts';
import { differences, reportChange } from '../organisation/change-history.ts';
import { openTree } from '../organisation/unit-tree.ts';
import { type People, takeOwnPerson } from './judge-person.ts';
import { updatePerson } from './store.ts';

type Operation = typeof contract.administration.changePerson;

/** Changes what a person is called and known by. */
export function changePerson(people: People) {
  return async (context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const tree = await openTree(context);
    const { person } = await takeOwnPerson(people, context, tree, input.personId);
    const fieldsOf = (from: typeof person | typeof input) => ({
      nameAr: from.nameAr,
      nameLatin: from.nameLatin,
      serviceNumber: from.serviceNumber || null,
      language: from.language,
    });
    const after = fieldsOf(input);
    const changes = differences(fieldsOf(person), after);
    if (changes.length > 0)
      await updatePerson(context.tx, person.personId, after, personSearchText({ ...after, userName: person.userName }));
    await reportChange(context, {
      action: 'person_changed',
      subjectKind: 'person',
      subjectId: person.personId,
      changes,
      values: input,
    });
    return { changed: changes.map((change) => change.field) };
  };
}
