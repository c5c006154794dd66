import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import { openPeople } from '../../platform/operations/set-scope.ts';
import { bumpIncident } from './change-store.ts';
import { findEntry, type InvolvedKind, insertPerson, insertVehicle } from './involved-store.ts';
import { report, takeIncident, tell } from './take-incident.ts';

type RecordPerson = typeof contract.incidents.recordPerson;
type RecordVehicle = typeof contract.incidents.recordVehicle;
type Withdraw = typeof contract.incidents.withdrawInvolved;
type Written = OutputOf<RecordPerson>;

/** Writes down a person involved, or corrects the entry of one. */
export async function recordPerson(context: CommandContext, input: InputOf<RecordPerson>): Promise<Written> {
  const { name, telephone, details } = input;
  if (!name && !telephone && !details) refuse('UNPROCESSABLE_CONTENT', 'people.nothing', { field: 'name' });
  return write(context, 'person', input, (common) =>
    insertPerson(context.tx, {
      ...common,
      involvement: input.involvement,
      name: name || null,
      telephone: telephone || null,
      details: details || null,
    }),
  );
}

/** Writes down a vehicle involved, or corrects the entry of one. */
export async function recordVehicle(context: CommandContext, input: InputOf<RecordVehicle>): Promise<Written> {
  const { plate, description } = input;
  if (!plate && !description) refuse('UNPROCESSABLE_CONTENT', 'people.nothing', { field: 'plate' });
  return write(context, 'vehicle', input, (common) =>
    insertVehicle(context.tx, {
      ...common,
      involvement: input.involvement,
      plate: plate || null,
      description: description || null,
    }),
  );
}

/** Withdraws an entry: an empty one takes its place, with the reason. */
export async function withdrawInvolved(context: CommandContext, input: InputOf<Withdraw>): Promise<Written> {
  const { kind } = input;
  return write(context, kind, input, (common, involvement) => {
    const row = { ...common, involvement, withdrawn: true };
    return kind === 'person' ? insertPerson(context.tx, row) : insertVehicle(context.tx, row);
  });
}

interface Entry {
  incidentId: string;
  involvedId: string;
  corrects?: string | undefined;
  reason?: string | undefined;
}
interface Common {
  incident_id: string;
  involved_id: string;
  corrects: string | null;
  reason: string | null;
  added_by: string;
  made_at: Date;
  received_at: Date;
}

async function write(
  context: CommandContext,
  kind: InvolvedKind,
  input: Entry,
  insert: (common: Common, involvement: string) => Promise<void>,
): Promise<Written> {
  const incident = await takeIncident(context, input.incidentId);
  const involvement = await judgeCorrected(context, kind, input);
  const { actor, madeAt, now } = context;
  const common: Common = {
    incident_id: input.incidentId,
    involved_id: input.involvedId,
    corrects: input.corrects ?? null,
    reason: input.reason || null,
    added_by: actor.personId,
    made_at: madeAt,
    received_at: now,
  };
  await insert(common, involvement);
  // The story tells that it happened, never what was written: everybody reads the story.
  const done = input.corrects === undefined ? 'added' : 'kind' in input ? 'withdrawn' : 'corrected';
  await tell(context, incident, { kind: 'involved', data: { what: kind, done } });
  const version = await bumpIncident(context.tx, input.incidentId, now);
  report(context, incident, `${kind}_${done}`, [`involved_${kind}`], input);
  return { version };
}

/** Who corrects must be able to read what they correct, and be the first to do so. Returns how the old entry was involved. */
async function judgeCorrected(context: CommandContext, kind: InvolvedKind, input: Entry): Promise<string> {
  if (input.corrects === undefined) return '';
  if (!input.reason) refuse('UNPROCESSABLE_CONTENT', 'incident.reason_missing', { field: 'reason' });
  await openPeople(context.tx, context.actor, context.scopeOf, context.now);
  const old =
    (await findEntry(context.tx, kind, input.incidentId, input.corrects)) ??
    refuse('FORBIDDEN', 'people.locked', { field: 'corrects' });
  if (old.replaced || old.withdrawn) refuse('CONFLICT', 'people.replaced', { field: 'corrects' });
  return old.involvement;
}
