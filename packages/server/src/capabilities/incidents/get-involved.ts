import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { QueryContext } from '../../platform/operations/run-query.ts';
import { scopeReaches } from '../../platform/operations/scope-reaches.ts';
import { peopleActions } from '../../platform/operations/set-scope.ts';
import { findPlacement, openUntil, peopleOf, vehiclesOf } from './involved-store.ts';

type Operation = typeof contract.incidents.getInvolved;

/** The people and vehicles involved, to who has the right here or has broken the glass. No log entry, no answer. */
export async function getInvolved(context: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { tx, actor, now } = context;
  const { incidentId } = input;
  const incident =
    (await findPlacement(tx, incidentId)) ?? refuse('NOT_FOUND', 'incident.not_found', { field: 'incidentId' });
  const byRight = scopeReaches(context.scopeOf(peopleActions.read), incident, actor.personId);
  // A glass opens to who may break it: a program with a token for less does not look through what its person opened.
  const mayBreak = !byRight && scopeReaches(context.scopeOf(peopleActions.breakGlass), incident, actor.personId);
  const until = mayBreak ? await openUntil(tx, incidentId, actor.personId, now) : null;
  if (!byRight && until === null) refuse('FORBIDDEN', 'people.locked', { field: 'incidentId' });
  const people = await peopleOf(tx, incidentId);
  const vehicles = await vehiclesOf(tx, incidentId);
  await context.consult({
    kind: 'consultation',
    action: byRight ? 'people.read' : 'people.read_broken_glass',
    subjectKind: 'incident',
    subjectId: incidentId,
    unitId: incident.roomId,
    fields: ['involved_person', 'involved_vehicle'],
  });
  return { people, vehicles, until } as OutputOf<Operation>;
}
