import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { reachesUnit } from '../session/get-session.ts';
import { endSessions, removeSecondFactor, unitsOfPerson } from './store.ts';

type Operation = typeof contract.administration.resetSecondFactor;

/** Resets somebody else's second factor; a person with no post within the caller's area is not there. */
export function resetSecondFactor(organisation: Organisation) {
  return async (context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const { tx, actor, scope } = context;
    if (input.personId === actor.personId) refuse('FORBIDDEN', 'second_factor.own');
    const units = await unitsOfPerson(tx, input.personId);
    const reached = units
      ?.flatMap((unitId) => organisation.findUnit(unitId) ?? [])
      .find((unit) => reachesUnit(scope, unit));
    if (!reached) refuse('NOT_FOUND', 'person.unknown', { field: 'personId' });
    const wasOn = await removeSecondFactor(tx, input.personId);
    await endSessions(tx, input.personId, null);
    context.audit({
      kind: 'administration',
      action: 'second_factor.reset',
      subjectKind: 'person',
      subjectId: input.personId,
      unitId: reached.unitId,
      reason: input.reason,
    });
    return { wasOn };
  };
}
