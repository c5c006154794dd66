// What every change of an incident has in common: the lock, the story, the audit entry, the event.
import { v7 as uuidv7 } from 'uuid';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import { insertEntry, type LockedIncident, lockIncident } from './change-store.ts';

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

interface Told {
  kind: string;
  entryId?: string;
  text?: string | null;
  data?: object;
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
  });
}

/** Reports a change to the audit log and to every screen that may see the incident. */
export function report(
  context: CommandContext,
  incident: LockedIncident,
  action: string,
  fields: string[],
  values: unknown,
): void {
  context.audit({
    kind: 'alteration',
    action: `incident.${action}`,
    subjectKind: 'incident',
    subjectId: incident.incidentId,
    unitId: incident.roomId,
    fields,
    values,
  });
  context.emit({
    kind: `incident.${action}`,
    incidentId: incident.incidentId,
    forceId: incident.forceId,
    roomId: incident.roomId,
    stationId: incident.stationId,
    typeId: incident.typeId,
    createdBy: incident.createdBy,
  });
}
