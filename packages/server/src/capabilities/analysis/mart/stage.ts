import {
  BOOLEAN,
  DOUBLE,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import type { DuckDbSession } from '../../../platform/duckdb/duckdb-file.ts';
import type { MartAssignment, MartIncident } from './mart-incident.ts';
import { stageTables } from './schema.ts';

type Column<Item> = [type: DuckDBType, value: (item: Item) => DuckDBValue];
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
  [VARCHAR, (item) => item.incidentId],
  [DOUBLE, (item) => item.version],
  [INTEGER, (item) => item.forceId],
  [INTEGER, (item) => item.roomId],
  [INTEGER, (item) => item.stationId],
  [INTEGER, (item) => item.typeId],
  [INTEGER, (item) => item.priority],
  [VARCHAR, (item) => item.status],
  [VARCHAR, (item) => item.origin],
  [VARCHAR, (item) => item.disposition],
  [VARCHAR, (item) => item.timeZone],
  [DOUBLE, (item) => item.longitude],
  [DOUBLE, (item) => item.latitude],
  [VARCHAR, (item) => item.h3Cell],
  [BOOLEAN, (item) => item.everHeld],
  [DOUBLE, (item) => milliseconds(item.createdAt)],
  [DOUBLE, (item) => milliseconds(item.callStartedAt)],
  [DOUBLE, (item) => milliseconds(item.answeredAt)],
  [DOUBLE, (item) => milliseconds(item.queuedAt)],
  [DOUBLE, (item) => milliseconds(item.firstDispatchedAt)],
  [DOUBLE, (item) => milliseconds(item.firstAcknowledgedAt)],
  [DOUBLE, (item) => milliseconds(item.firstEnRouteAt)],
  [DOUBLE, (item) => milliseconds(item.firstOnSceneAt)],
  [DOUBLE, (item) => milliseconds(item.resolvedAt)],
  [DOUBLE, (item) => milliseconds(item.closedAt)],
  [DOUBLE, (item) => milliseconds(item.reopenedAt)],
  [DOUBLE, (item) => milliseconds(item.dueAt)],
  [DOUBLE, (item) => milliseconds(item.receivedAt)],
  [DOUBLE, (item) => milliseconds(item.changedAt)],
];
const assignmentColumns: Column<StagedAssignment>[] = [
  [VARCHAR, (item) => item.incidentId],
  [VARCHAR, (item) => item.assignmentId],
  [INTEGER, (item) => item.patrolUnitId],
  [VARCHAR, (item) => item.status],
  [BOOLEAN, (item) => item.lead],
  [DOUBLE, (item) => milliseconds(item.assignedAt)],
  [DOUBLE, (item) => milliseconds(item.acknowledgedAt)],
  [DOUBLE, (item) => milliseconds(item.enRouteAt)],
  [DOUBLE, (item) => milliseconds(item.onSceneAt)],
  [DOUBLE, (item) => milliseconds(item.transportStartedAt)],
  [DOUBLE, (item) => milliseconds(item.transportArrivedAt)],
  [DOUBLE, (item) => milliseconds(item.clearedAt)],
];

// DuckDB's own vector size: a chunk holds no more.
const CHUNK_ROWS = 2048;

async function append<Item>(session: DuckDbSession, table: string, columns: Column<Item>[], items: readonly Item[]) {
  if (items.length === 0) return;
  const appender = await session.connection.createAppender(table, 'main', 'temp');
  const types = columns.map(([type]) => type);
  try {
    for (let start = 0; start < items.length; start += CHUNK_ROWS) {
      const part = items.slice(start, start + CHUNK_ROWS);
      const chunk = DuckDBDataChunk.create(types, part.length);
      chunk.setColumns(columns.map(([, value]) => part.map(value)));
      appender.appendDataChunk(chunk);
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}

/** Lays a batch into the staging tables, emptied first. An incident given twice counts as its latest state. */
export async function stageBatch(session: DuckDbSession, batch: readonly MartIncident[]): Promise<void> {
  const latest = new Map<string, MartIncident>();
  for (const incident of batch) {
    const other = latest.get(incident.incidentId);
    if (!other || other.version <= incident.version) latest.set(incident.incidentId, incident);
  }
  const incidents = [...latest.values()];
  await session.connection.run(stageTables);
  await append(session, 'stage_incident', incidentColumns, incidents);
  const assignments = incidents.flatMap((incident) =>
    incident.assignments.map((assignment) => ({ ...assignment, incidentId: incident.incidentId })),
  );
  await append(session, 'stage_assignment', assignmentColumns, assignments);
}
