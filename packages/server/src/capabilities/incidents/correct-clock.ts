import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import type { Organisation } from '../administration/index.ts';
import { bumpIncident, insertClock, type LockedIncident, lockAssignments, setFirstClocks } from './change-store.ts';
import { copyToAssignment, copyToIncident, findClock, findImpossible, hasClock, setDueAt } from './correct-store.ts';
import { dueAtOf } from './due-at.ts';
import { judgePast } from './judge-input.ts';
import { report, takeCorrectable, tell } from './take-incident.ts';

type Correct = typeof contract.incidents.correctClock;
type Add = typeof contract.incidents.addClock;

/** Corrects a clock by a new entry that names the old one; rows that show it follow. */
export function correctClock(organisation: Organisation) {
  return async (context: CommandContext, input: InputOf<Correct>): Promise<OutputOf<Correct>> => {
    const { tx } = context;
    const incident = await takeCorrectable(context, input.incidentId);
    const old =
      (await findClock(tx, input.incidentId, input.replaces)) ??
      refuse('NOT_FOUND', 'clock.not_found', { field: 'replaces' });
    // The record of who judged what and when is not a time that somebody can have got wrong.
    if (old.clock === 'classified') refuse('UNPROCESSABLE_CONTENT', 'clock.classified', { field: 'replaces' });
    if (old.replaced) refuse('CONFLICT', 'clock.replaced', { field: 'replaces' });
    const told = { ...input, clock: old.clock, assignmentId: old.assignmentId, before: old.at };
    const answer = await record(context, incident, told);
    if (old.clock === 'created')
      await setDueAt(tx, input.incidentId, dueAtOf(organisation, { ...incident, createdAt: input.at }));
    return answer;
  };
}

/** Records a clock that was told later. */
export async function addClock(context: CommandContext, input: InputOf<Add>): Promise<OutputOf<Add>> {
  const { tx } = context;
  const ofCall = input.clock === 'call_started' || input.clock === 'answered';
  if (ofCall !== (input.assignmentId === undefined))
    refuse('UNPROCESSABLE_CONTENT', 'clock.of_assignment', { field: 'assignmentId' });
  const incident = await takeCorrectable(context, input.incidentId);
  const assignmentId = input.assignmentId ?? null;
  if (await hasClock(tx, input.incidentId, input.clock, assignmentId))
    refuse('CONFLICT', 'clock.present', { field: 'clock' });
  return record(context, incident, { ...input, assignmentId, before: null, replaces: null });
}

interface Told {
  commandId: string;
  clockId: string;
  clock: string;
  assignmentId: string | null;
  at: string;
  /** The moment it corrects, null for one told later. */
  before: string | null;
  replaces: string | null;
  reason?: string | undefined;
}

async function record(context: CommandContext, incident: LockedIncident, told: Told): Promise<OutputOf<Correct>> {
  const { tx, actor, madeAt, now } = context;
  const { incidentId } = incident;
  judgePast(told.at, now, 'at');
  const at = new Date(told.at);
  const assignments = told.assignmentId === null ? [] : await lockAssignments(tx, incidentId);
  const unit = assignments.find((one) => one.assignmentId === told.assignmentId);
  if (told.assignmentId !== null && !unit) refuse('NOT_FOUND', 'assignment.not_found', { field: 'assignmentId' });
  await insertClock(tx, {
    incident_id: incidentId,
    clock_id: told.clockId,
    clock: told.clock,
    at,
    assignment_id: told.assignmentId,
    author_id: actor.personId,
    source: 'person',
    replaces: told.replaces,
    reason: told.reason || null,
    made_at: madeAt,
    received_at: now,
  });
  if (told.assignmentId === null) await copyToIncident(tx, incidentId, told.clock, at, told.before);
  else {
    await copyToAssignment(tx, { incidentId, assignmentId: told.assignmentId }, told.clock, at);
    await setFirstClocks(tx, incidentId);
  }
  await tell(context, incident, {
    kind: 'clock',
    text: told.reason || null,
    data: { clock: told.clock, at: at.toISOString(), was: told.before ?? undefined, callSign: unit?.callSign },
  });
  const version = await bumpIncident(tx, incidentId, now);
  report(context, incident, told.replaces ? 'clock_corrected' : 'clock_added', [`clock.${told.clock}`], told);
  return { version, impossible: await findImpossible(tx, incidentId) };
}
