import type { contract } from '@marsad/contract';
import { isOver } from '@marsad/contract/incidents/assignment-moves.ts';
import {
  type IncidentStatus,
  incidentMoves,
  isReopening,
  needsReason,
} from '@marsad/contract/incidents/incident-moves.ts';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { v7 as uuidv7 } from 'uuid';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import type { Organisation } from '../administration/index.ts';
import {
  bumpIncident,
  endSchedule,
  findDisposition,
  insertClock,
  insertFieldChange,
  type LockedIncident,
  lockAssignments,
  lockIncident,
  type Moved,
  updateStatus,
} from './change-store.ts';
import { clearDuplicateOf } from './link-store.ts';
import { report, takeIncident, takeWithMergedInto, tell } from './take-incident.ts';

type Operation = typeof contract.incidents.moveIncident;
type Input = InputOf<Operation>;

const longestHoldMilliseconds = 30 * 86_400_000;

/** Moves an incident on or back, with what each move must say of itself. */
export function moveIncident(organisation: Organisation) {
  return async (context: CommandContext, input: Input): Promise<OutputOf<Operation>> => {
    const { tx, madeAt, now } = context;
    // Opened again, a duplicate leaves the incident it was merged into: both are locked then.
    const take = input.to === 'open' ? takeWithMergedInto : takeIncident;
    const incident = await take(context, input.incidentId);
    const from = incident.status as IncidentStatus;
    if (!incidentMoves[from].includes(input.to)) refuse('CONFLICT', 'incident.move', { field: 'to' });
    if (needsReason(from, input.to) && !input.reason)
      refuse('UNPROCESSABLE_CONTENT', 'incident.reason_missing', { field: 'reason' });
    if (input.to !== 'open') await refuseUnitsAtWork(context, input.incidentId);
    const holdUntil = input.to === 'on_hold' ? judgeHold(input.holdUntil, now) : null;
    const disposition = await judgeDisposition(context, input, incident);
    if (input.to === 'closed') judgeRequired(organisation, incident);

    const version = await updateStatus(
      tx,
      input.incidentId,
      {
        status: input.to,
        holdReason: input.to === 'on_hold' ? (input.reason ?? null) : null,
        holdUntil,
        dispositionId: disposition.id,
        ...clocksOf(from, input.to, madeAt),
      },
      now,
    );
    if (input.to === 'open') await endSchedule(tx, input.incidentId, madeAt);
    await writeClock(context, input, from);
    if (from === 'duplicate') await unmerge(context, incident);
    if (disposition.changed) {
      await insertFieldChange(tx, {
        incident_id: input.incidentId,
        change_id: uuidv7(),
        field: 'disposition',
        old_value: JSON.stringify(incident.dispositionId),
        new_value: JSON.stringify(disposition.id),
        author_id: context.actor.personId,
        reason: input.reason ?? null,
        command_id: context.commandId,
        at: now,
      });
    }
    const data = { from, to: input.to, disposition: disposition.code ?? undefined, until: holdUntil ?? undefined };
    await tell(context, incident, { kind: 'status', text: input.reason || null, data });
    report(context, incident, 'moved', disposition.changed ? ['status', 'disposition'] : ['status'], input);
    return { version, status: input.to };
  };
}

async function refuseUnitsAtWork(context: CommandContext, incidentId: string): Promise<void> {
  const assignments = await lockAssignments(context.tx, incidentId);
  const atWork = assignments.filter((one) => !isOver(one.status as Parameters<typeof isOver>[0]));
  if (atWork.length === 0) return;
  const units = atWork.map((one) => one.callSign).join(', ');
  refuse('CONFLICT', 'incident.units_at_work', { field: 'to', parameters: { units } });
}

function judgeHold(until: string | undefined, now: Date): string {
  const at = until === undefined ? Number.NaN : Date.parse(until);
  if (!(at > now.getTime() && at <= now.getTime() + longestHoldMilliseconds))
    refuse('UNPROCESSABLE_CONTENT', 'incident.hold_until', { field: 'holdUntil' });
  return new Date(at).toISOString();
}

async function judgeDisposition(context: CommandContext, input: Input, incident: LockedIncident) {
  const ends = input.to === 'resolved' || input.to === 'closed';
  const before = incident.dispositionId;
  // What was opened again has not ended: it will be told anew how it did.
  const id = ends ? (input.dispositionId ?? before) : input.to === 'open' ? null : before;
  if (input.to === 'closed' && id === null)
    refuse('UNPROCESSABLE_CONTENT', 'incident.disposition_missing', { field: 'dispositionId' });
  const code = id === null ? null : await findDisposition(context.tx, id);
  if (code === undefined && id !== before)
    refuse('UNPROCESSABLE_CONTENT', 'incident.disposition', { field: 'dispositionId' });
  return { id, code: code ?? null, changed: id !== before };
}

const present: Record<string, (incident: LockedIncident) => boolean> = {
  narrative: (incident) => incident.narrative.trim() !== '',
  position: (incident) => incident.longitude !== null,
  occurred: (incident) => incident.occurredFrom !== null,
};

function judgeRequired(organisation: Organisation, incident: LockedIncident): void {
  const required = organisation.findType(incident.typeId)?.requiredFields ?? [];
  const missing = required.filter((field) => present[field]?.(incident) === false);
  if (missing.length > 0) {
    refuse('UNPROCESSABLE_CONTENT', 'incident.field_required', {
      field: missing[0] ?? 'to',
      parameters: { fields: missing.join(', ') },
    });
  }
}

/** Reopening a duplicate takes the merge back; the incident it was merged into is told, where the person may write there. */
async function unmerge(context: CommandContext, incident: LockedIncident): Promise<void> {
  await clearDuplicateOf(context.tx, incident.incidentId);
  const into = incident.duplicateOf && (await lockIncident(context.tx, incident.duplicateOf));
  if (!into) return;
  const data = { done: 'undone', number: incident.number, incidentId: incident.incidentId };
  await tell(context, into, { kind: 'merge', data });
  await bumpIncident(context.tx, into.incidentId, context.now);
  report(context, into, 'lost_duplicate', ['duplicate'], { from: incident.incidentId });
}

function clocksOf(from: IncidentStatus, to: Input['to'], at: Date): Partial<Moved> {
  if (to === 'resolved') return { resolvedAt: at };
  if (to === 'closed') return { closedAt: at };
  if (to === 'open' && isReopening(from)) return { resolvedAt: null, closedAt: null, reopenedAt: at };
  return {};
}

async function writeClock(context: CommandContext, input: Input, from: IncidentStatus): Promise<void> {
  const reopened = input.to === 'open' && isReopening(from);
  const clock = reopened ? 'reopened' : input.to === 'resolved' || input.to === 'closed' ? input.to : null;
  if (!clock) return;
  await insertClock(context.tx, {
    incident_id: input.incidentId,
    clock_id: uuidv7(),
    clock,
    at: context.madeAt,
    author_id: context.actor.personId,
    source: 'person',
    made_at: context.madeAt,
    received_at: context.now,
  });
}
