import { appendRows, type Column } from '../../../platform/duckdb/append-rows.ts';
import type { DuckDbSession } from '../../../platform/duckdb/duckdb-file.ts';
import type { MartAssignment, MartIncident } from './mart-incident.ts';
import { stageTables } from './schema.ts';

interface StagedAssignment extends MartAssignment {
  incidentId: string;
}

function milliseconds(instant: string | null): number | null {
  if (instant === null) return null;
  const value = Date.parse(instant);
  if (Number.isNaN(value)) throw new RangeError(`Expected an ISO instant, got "${instant}"; write times as UTC.`);
  return value;
}

// In the order of stage_incident and stage_assignment.
const incidentColumns: Column<MartIncident>[] = [
  ['text', (item) => item.incidentId],
  ['double', (item) => item.version],
  ['integer', (item) => item.forceId],
  ['integer', (item) => item.roomId],
  ['integer', (item) => item.stationId],
  ['integer', (item) => item.typeId],
  ['integer', (item) => item.priority],
  ['text', (item) => item.status],
  ['text', (item) => item.origin],
  ['text', (item) => item.disposition],
  ['text', (item) => item.timeZone],
  ['double', (item) => item.longitude],
  ['double', (item) => item.latitude],
  ['text', (item) => item.h3Cell],
  ['boolean', (item) => item.everHeld],
  ['double', (item) => milliseconds(item.createdAt)],
  ['double', (item) => milliseconds(item.callStartedAt)],
  ['double', (item) => milliseconds(item.answeredAt)],
  ['double', (item) => milliseconds(item.queuedAt)],
  ['double', (item) => milliseconds(item.firstDispatchedAt)],
  ['double', (item) => milliseconds(item.firstAcknowledgedAt)],
  ['double', (item) => milliseconds(item.firstEnRouteAt)],
  ['double', (item) => milliseconds(item.firstOnSceneAt)],
  ['double', (item) => milliseconds(item.resolvedAt)],
  ['double', (item) => milliseconds(item.closedAt)],
  ['double', (item) => milliseconds(item.reopenedAt)],
  ['double', (item) => milliseconds(item.dueAt)],
  ['double', (item) => milliseconds(item.scheduledFor)],
  ['double', (item) => milliseconds(item.receivedAt)],
  ['double', (item) => milliseconds(item.changedAt)],
];
const assignmentColumns: Column<StagedAssignment>[] = [
  ['text', (item) => item.incidentId],
  ['text', (item) => item.assignmentId],
  ['integer', (item) => item.patrolUnitId],
  ['text', (item) => item.status],
  ['boolean', (item) => item.lead],
  ['double', (item) => milliseconds(item.assignedAt)],
  ['double', (item) => milliseconds(item.acknowledgedAt)],
  ['double', (item) => milliseconds(item.enRouteAt)],
  ['double', (item) => milliseconds(item.onSceneAt)],
  ['double', (item) => milliseconds(item.transportStartedAt)],
  ['double', (item) => milliseconds(item.transportArrivedAt)],
  ['double', (item) => milliseconds(item.clearedAt)],
];

/** Lays a batch into the staging tables, emptied first. An incident given twice counts as its latest state. */
export async function stageBatch(session: DuckDbSession, batch: readonly MartIncident[]): Promise<void> {
  const latest = new Map<string, MartIncident>();
  for (const incident of batch) {
    const other = latest.get(incident.incidentId);
    if (!other || other.version <= incident.version) latest.set(incident.incidentId, incident);
  }
  const incidents = [...latest.values()];
  await session.connection.run(stageTables);
  await appendRows(session, 'stage_incident', incidentColumns, incidents);
  const assignments = incidents.flatMap((incident) =>
    incident.assignments.map((assignment) => ({ ...assignment, incidentId: incident.incidentId })),
  );
  await appendRows(session, 'stage_assignment', assignmentColumns, assignments);
}
