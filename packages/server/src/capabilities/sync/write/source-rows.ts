// What a draft becomes in the tables, and by which digest the next file tells whether it changed.
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../platform/audit/entry.ts';
import { h3CellOf } from '../../../platform/places/cells.ts';
import type { IncidentDraft, ResponseDraft } from '../read/compile-mapping.ts';

export type Row = Record<string, unknown>;

const digest = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** Digest of what a row says of the incident itself, in hexadecimal. */
export function incidentDigest(draft: IncidentDraft): string {
  // Where areas lie is not what the source says: a changed area is no correction of a record.
  const { response: _, stationOfPoint: _elsewhere, ...own } = draft;
  return digest(own);
}

export const responseDigest = (response: ResponseDraft): string => digest(response);

export interface Resolved {
  typeId: number;
  stationId: number | null;
  dispositionId: number | null;
  dueAt: string | null;
}

/** The columns of an incident that its source decides; all of them are there, null where nothing is known. */
export function incidentValues(draft: IncidentDraft, resolved: Resolved): Row {
  const { clocks, longitude, latitude } = draft;
  const placed = longitude !== null && latitude !== null;
  return {
    type_id: resolved.typeId,
    station_id: resolved.stationId,
    priority: draft.priority,
    status: draft.cancelled ? 'cancelled' : 'closed',
    place_text: draft.place,
    longitude,
    latitude,
    h3_cell: placed ? h3CellOf(longitude, latitude) : null,
    position_source: placed ? 'import' : null,
    occurred_from: draft.occurredFrom,
    occurred_to: draft.occurredTo,
    call_started_at: clocks.call_started ?? null,
    answered_at: clocks.answered ?? null,
    created_at: clocks.created,
    queued_at: clocks.queued ?? null,
    resolved_at: clocks.resolved ?? null,
    closed_at: clocks.closed ?? null,
    disposition_id: resolved.dispositionId,
    due_at: resolved.dueAt,
    source_digest: `\\x${incidentDigest(draft)}`,
  };
}

/** The columns of an assignment that its source decides. A unit that never set out was stood down. */
export function assignmentValues(response: ResponseDraft): Row {
  const { clocks } = response;
  const worked = clocks.en_route ?? clocks.on_scene ?? clocks.transport_started ?? clocks.transport_arrived;
  return {
    status: worked ? 'cleared' : 'stood_down',
    assigned_at: clocks.assigned ?? null,
    acknowledged_at: clocks.acknowledged ?? null,
    en_route_at: clocks.en_route ?? null,
    on_scene_at: clocks.on_scene ?? null,
    transport_started_at: clocks.transport_started ?? null,
    transport_arrived_at: clocks.transport_arrived ?? null,
    cleared_at: clocks.cleared ?? null,
    source_digest: `\\x${responseDigest(response)}`,
  };
}

const instants = /_at$|^occurred_/;

/** Returns the columns in which `after` differs from `before`, a row as the database gives it in JSON. */
export function changedColumns(before: Row, after: Row): string[] {
  return Object.keys(after).filter((column) => {
    if (column === 'source_digest') return false;
    const [old, new_] = [before[column] ?? null, after[column] ?? null];
    if (old === null || new_ === null) return old !== new_;
    return instants.test(column) ? Date.parse(String(old)) !== Date.parse(String(new_)) : old !== new_;
  });
}
