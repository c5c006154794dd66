import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { personSearchText } from '../accounts/store.ts';
import { differences, reportChange } from '../organisation/change-history.ts';
import { refuseChangedMeanwhile } from '../organisation/changed-meanwhile.ts';
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
    const { personId, userName, version: before } = person;
    await refuseChangedMeanwhile(
      context,
      { kind: 'person', id: personId, version: before, seen: input.version },
      changes,
    );
    const version =
      changes.length === 0
        ? before
        : await updatePerson(context.tx, personId, after, personSearchText({ ...after, userName }));
    await reportChange(context, {
      action: 'person_changed',
      subjectKind: 'person',
      subjectId: personId,
      changes,
      version,
      values: input,
    });
    return { version, changed: changes.map((change) => change.field) };
  };
}
