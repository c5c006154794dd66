import type { MartAssignment, MartIncident, MartLookups, MartType, MartUnit } from './mart/mart-incident.ts';

/**
 * Runs a statement on PostgreSQL under a scope that sees every incident. Parameters `$1`..; timestamptz as ISO text.
 * For readSource it must be one repeatable-read transaction, begun before the event position was read.
 */
export type SourceQuery = (sql: string, parameters: readonly unknown[]) => Promise<Record<string, unknown>[]>;

const BATCH = 5_000;

type IncidentRow = Omit<MartIncident, 'assignments'>;
interface AssignmentRow extends MartAssignment {
  incidentId: string;
}

const incidentColumns = `
  i.incident_id AS "incidentId", i.version, i.force_id AS "forceId", i.room_id AS "roomId", i.station_id AS "stationId",
  i.type_id AS "typeId", i.priority, i.status, i.origin, d.code AS disposition, r.time_zone AS "timeZone",
  i.created_at AS "createdAt", i.call_started_at AS "callStartedAt", i.answered_at AS "answeredAt",
  i.queued_at AS "queuedAt", i.first_dispatched_at AS "firstDispatchedAt",
  i.first_acknowledged_at AS "firstAcknowledgedAt", i.first_en_route_at AS "firstEnRouteAt",
  i.first_on_scene_at AS "firstOnSceneAt", i.resolved_at AS "resolvedAt", i.closed_at AS "closedAt",
  i.reopened_at AS "reopenedAt", i.due_at AS "dueAt", i.scheduled_for AS "scheduledFor", i.longitude, i.latitude, i.h3_cell AS "h3Cell",
  i.ever_held AS "everHeld", i.received_at AS "receivedAt", i.changed_at AS "changedAt"`;
const incidentTables = `incident i JOIN org_unit r ON r.unit_id = i.room_id
  LEFT JOIN disposition d ON d.disposition_id = i.disposition_id`;

async function withAssignments(query: SourceQuery, rows: readonly IncidentRow[]): Promise<MartIncident[]> {
  const ids = rows.map((row) => row.incidentId);
  const found = (await query(
    `SELECT incident_id AS "incidentId", assignment_id AS "assignmentId", patrol_unit_id AS "patrolUnitId", status, lead,
      assigned_at AS "assignedAt", acknowledged_at AS "acknowledgedAt", en_route_at AS "enRouteAt",
      on_scene_at AS "onSceneAt", transport_started_at AS "transportStartedAt",
      transport_arrived_at AS "transportArrivedAt", cleared_at AS "clearedAt"
    FROM assignment WHERE incident_id = ANY ($1::uuid[]) ORDER BY incident_id, assignment_id`,
    [ids],
  )) as unknown as AssignmentRow[];
  const byIncident = new Map<string, MartAssignment[]>();
  for (const { incidentId, ...assignment } of found) {
    const list = byIncident.get(incidentId);
    if (list) list.push(assignment);
    else byIncident.set(incidentId, [assignment]);
  }
  return rows.map((row) => ({ ...row, assignments: byIncident.get(row.incidentId) ?? [] }));
}

/**
 * Yields every incident with its assignments, oldest first, 5,000 at a time: never the whole table in memory. Pages by
 * (force, created, id), which the index `incident_force_created` serves, one force after the other.
 */
export async function* readSource(query: SourceQuery): AsyncGenerator<MartIncident[]> {
  const forces = await query(`SELECT unit_id AS "forceId" FROM org_unit WHERE kind = 'force' ORDER BY unit_id`, []);
  for (const { forceId } of forces) {
    let after: IncidentRow | null = null;
    for (;;) {
      const rows: IncidentRow[] = (await query(
        `SELECT ${incidentColumns} FROM ${incidentTables}
        WHERE i.force_id = $1 AND ($2::timestamptz IS NULL OR (i.created_at, i.incident_id) > ($2::timestamptz, $3::uuid))
        ORDER BY i.created_at, i.incident_id LIMIT ${BATCH}`,
        [forceId, after?.createdAt ?? null, after?.incidentId ?? null],
      )) as unknown as IncidentRow[];
      if (rows.length > 0) yield await withAssignments(query, rows);
      if (rows.length < BATCH) break;
      after = rows.at(-1) ?? null;
    }
  }
}

/** Returns the incidents that events name, as they stand now, for the feed. Ids that are gone are left out. */
export async function readChanged(query: SourceQuery, incidentIds: readonly string[]): Promise<MartIncident[]> {
  if (incidentIds.length === 0) return [];
  const rows = (await query(
    `SELECT ${incidentColumns} FROM ${incidentTables} WHERE i.incident_id = ANY ($1::uuid[]) ORDER BY i.created_at`,
    [incidentIds],
  )) as unknown as IncidentRow[];
  return withAssignments(query, rows);
}

/** Returns names and places in the tree of units, and the types, for the small tables beside the facts. */
export async function readLookups(query: SourceQuery): Promise<MartLookups> {
  const units = (await query(
    `SELECT unit_id AS "unitId", kind, code, parent_id AS "parentId", population, name_ar AS "nameAr",
      name_en AS "nameEn", name_fr AS "nameFr" FROM org_unit`,
    [],
  )) as unknown as MartUnit[];
  const types = (await query(
    `SELECT type_id AS "typeId", code, name_ar AS "nameAr", name_en AS "nameEn", name_fr AS "nameFr" FROM incident_type`,
    [],
  )) as unknown as MartType[];
  return { units, types };
}

/** Returns the newest position given to an event, and the epoch in which positions mean anything. */
export async function readHead(query: SourceQuery): Promise<{ position: number; epoch: string }> {
  const [head] = await query(
    `SELECT (SELECT epoch FROM event_epoch ORDER BY made_at DESC LIMIT 1) AS epoch,
      (SELECT coalesce(max(position), 0) FROM event) AS position`,
    [],
  );
  return { position: Number(head?.position ?? 0), epoch: String(head?.epoch) };
}

/**
 * Returns the incidents that the next events after a position touched, each once, and the position they reach; with `most`
 * and one more incidents there are more than that. An event names its incident; that of new limits names none: what they made
 * due at another time changed at its moment.
 */
export async function readTouched(
  query: SourceQuery,
  after: number,
  most: number,
): Promise<{ position: number; incidentIds: string[] }> {
  const rows = await query(
    `SELECT position, incident_id AS "incidentId", kind = 'organisation.limits_changed' AS "isOfLimits"
    FROM event WHERE position > $1 ORDER BY position LIMIT ${BATCH}`,
    [after],
  );
  const position = Number(rows.at(-1)?.position ?? after);
  const incidentIds = new Set(rows.flatMap((row) => (row.incidentId ? [String(row.incidentId)] : [])));
  if (rows.some((row) => row.isOfLimits)) {
    const renewed = await query(
      `SELECT DISTINCT i.incident_id AS "incidentId" FROM event e JOIN incident i ON i.changed_at = e.at AND i.force_id = e.force_id
      WHERE e.position > $1 AND e.position <= $2 AND e.kind = 'organisation.limits_changed' LIMIT $3`,
      [after, position, most + 1],
    );
    for (const row of renewed) incidentIds.add(String(row.incidentId));
  }
  return { position, incidentIds: [...incidentIds] };
}
