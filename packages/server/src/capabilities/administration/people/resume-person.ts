import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { reportChange } from '../organisation/change-history.ts';
import { openTree } from '../organisation/unit-tree.ts';
import { type People, takeOwnPerson } from './judge-person.ts';
import { updateService } from './store.ts';

type Operation = typeof contract.administration.resumePerson;

/** Takes a person back into service, without any post that has ended. */
export function resumePerson(people: People) {
  return async (context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const { person } = await takeOwnPerson(people, context, await openTree(context), input.personId);
    if (person.validTo === null) refuse('CONFLICT', 'person.in_service', { field: 'personId' });
    await updateService(context.tx, person.personId, null, true);
    await reportChange(context, {
      action: 'person_resumed',
      subjectKind: 'person',
      subjectId: person.personId,
      reason: input.reason,
      changes: [{ field: 'validTo', before: person.validTo, after: null }],
      values: input,
    });
    return { personId: person.personId };
  };
}
