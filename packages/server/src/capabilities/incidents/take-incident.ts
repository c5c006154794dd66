// What every change of an incident has in common: the lock, the story, the audit entry, the event.
import { v7 as uuidv7 } from 'uuid';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import { insertEntry, type LockedIncident, lockIncident } from './change-store.ts';
import { mergedInto } from './link-store.ts';

const open = new Set(['open', 'dispatched', 'on_scene', 'on_hold', 'scheduled']);

/** Locks an incident. Refuses one outside the area as if it were not there. */
export async function takeIncident(context: CommandContext, incidentId: string): Promise<LockedIncident> {
  return (
    (await lockIncident(context.tx, incidentId)) ?? refuse('NOT_FOUND', 'incident.not_found', { field: 'incidentId' })
  );
}

/** Locks an incident that is not over; refuses one that is, as a conflict with what happened meanwhile. */
export async function takeOpenIncident(context: CommandContext, incidentId: string): Promise<LockedIncident> {
  const incident = await takeIncident(context, incidentId);
  if (!open.has(incident.status)) refuse('CONFLICT', 'incident.move', { field: 'incidentId' });
  return incident;
}

const notToCorrect = new Set(['closed', 'cancelled', 'duplicate', 'referred']);

/** Locks an incident whose record may still be corrected here; what is over is corrected on request, or after reopening. */
export async function takeCorrectable(context: CommandContext, incidentId: string): Promise<LockedIncident> {
  const incident = await takeIncident(context, incidentId);
  if (notToCorrect.has(incident.status)) refuse('CONFLICT', 'incident.over_correction', { field: 'incidentId' });
  return incident;
}

/** Locks an incident together with the one it was merged into, in the order that every pair is locked in. */
export async function takeWithMergedInto(context: CommandContext, incidentId: string): Promise<LockedIncident> {
  const into = await mergedInto(context.tx, incidentId);
  if (into && into < incidentId) await lockIncident(context.tx, into);
  return takeIncident(context, incidentId);
}

/** Locks two incidents in one order, whoever names them first, so that two commands never wait for each other. */
export async function takeBoth(
  context: CommandContext,
  incidentId: string,
  otherId: string,
  field: string,
): Promise<[LockedIncident, LockedIncident]> {
  if (incidentId === otherId) refuse('UNPROCESSABLE_CONTENT', 'incident.itself', { field });
  const take = async (id: string) =>
    (await lockIncident(context.tx, id)) ??
    refuse('NOT_FOUND', 'incident.not_found', { field: id === incidentId ? 'incidentId' : field });
  const ordered = [incidentId, otherId].sort();
  const [first, second] = [await take(ordered[0] as string), await take(ordered[1] as string)];
  return first.incidentId === incidentId ? [first, second] : [second, first];
}

interface Told {
  kind: string;
  entryId?: string;
  text?: string | null;
  data?: object;
  corrects?: string | null;
}

/** Writes the entry of the story. */
export async function tell(context: CommandContext, incident: LockedIncident, told: Told): Promise<void> {
  await insertEntry(context.tx, {
    incident_id: incident.incidentId,
    entry_id: told.entryId ?? uuidv7(),
    kind: told.kind,
    author_id: context.actor.personId,
    room_id: incident.roomId,
    made_at: context.madeAt,
    received_at: context.now,
    text: told.text ?? null,
    data: JSON.stringify(told.data ?? {}),
    corrects: told.corrects ?? null,
  });
}

/** Reports a change to the audit log and to every screen that may see the incident. */
export function report(
  context: CommandContext,
  incident: LockedIncident,
  action: string,
  fields: string[],
  values: unknown,
  more: { reason?: string; payload?: Record<string, unknown> } = {},
): void {
  context.audit({
    kind: 'alteration',
    action: `incident.${action}`,
    subjectKind: 'incident',
    subjectId: incident.incidentId,
    unitId: incident.roomId,
    fields,
    values,
    ...(more.reason && { reason: more.reason }),
  });
  context.emit({ kind: `incident.${action}`, ...placementOf(incident), payload: more.payload ?? {} });
}

/** Reports to those who could see an incident where it stood that it stands there no longer, and not where it went. */
export function tellLeft(context: CommandContext, before: LockedIncident): void {
  context.emit({ kind: 'incident.left', ...placementOf(before) });
}

const placementOf = ({ incidentId, forceId, roomId, stationId, typeId, createdBy }: LockedIncident) => ({
  incidentId,
  forceId,
  roomId,
  stationId,
  typeId,
  createdBy,
});
