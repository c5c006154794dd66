import { startingLimits } from '@marsad/contract/administration/reference/starting-limits.ts';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '../../platform/db/schema.generated.ts';

type Tx = Transaction<DB>;

export interface NewUnit {
  kind: 'force' | 'operations_room' | 'station';
  /** Both null for a force: it is its own root. */
  parentId: number | null;
  forceId: number | null;
  code: string;
  nameAr: string;
  nameEn: string;
  nameFr: string;
  timeZone: string;
  bounds: readonly number[] | null;
}

/** The areas of a force's rooms and stations that are in force on a day, as GeoJSON. */
export function unitAreas(db: Kysely<DB>, forceId: number, day: string) {
  return db
    .selectFrom('org_unit_area as a')
    .innerJoin('org_unit as u', 'u.unit_id', 'a.unit_id')
    .where('u.force_id', '=', forceId)
    .where('u.kind', 'in', ['operations_room', 'station'])
    .where('a.valid_from', '<=', day)
    .where((where) => where.or([where('a.valid_to', 'is', null), where('a.valid_to', '>=', day)]))
    .orderBy('u.unit_id')
    .orderBy('a.area_id')
    .select(['u.kind', 'u.code', 'a.geometry'])
    .execute();
}

/**
 * Inserts a unit, a force with the limits it begins with; returns its id, or null where it stands already: another import made it at the same moment.
 * A force is unique by its code alone, which no constraint says, for it is its own root: makers of one code wait.
 */
export async function insertUnit(tx: Tx, unit: NewUnit): Promise<number | null> {
  if (unit.forceId === null) {
    await sql`SELECT pg_advisory_xact_lock(hashtext(${`force ${unit.code}`}))`.execute(tx);
    const there = await tx
      .selectFrom('org_unit')
      .where('kind', '=', 'force')
      .where('code', '=', unit.code)
      .select('unit_id')
      .executeTakeFirst();
    if (there) return null;
  }
  const made = await sql<{ unit_id: number }>`
    WITH n AS (SELECT nextval(pg_get_serial_sequence('org_unit', 'unit_id'))::int AS id), made AS (
      INSERT INTO org_unit (unit_id, kind, code, name_ar, name_en, name_fr, parent_id, force_id, time_zone, bounds)
      SELECT id, ${unit.kind}, ${unit.code}, ${unit.nameAr}, ${unit.nameEn}, ${unit.nameFr}, ${unit.parentId},
        coalesce(${unit.forceId}::int, id), ${unit.timeZone}, ${unit.bounds}::double precision[] FROM n
      ON CONFLICT (force_id, kind, code) DO NOTHING RETURNING unit_id, kind
    ), limits AS (
      INSERT INTO priority_limit (force_id, priority, response_minutes)
      SELECT unit_id, priority, minutes FROM made,
        unnest(${[...startingLimits.keys()]}::int[], ${[...startingLimits.values()]}::int[]) AS given(priority, minutes)
      WHERE made.kind = 'force'
    )
    SELECT unit_id FROM made`.execute(tx);
  return made.rows[0] ? Number(made.rows[0].unit_id) : null;
}

export async function loadDispositions(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.selectFrom('disposition').select(['code', 'disposition_id']).execute();
  return new Map(rows.map((row) => [row.code, row.disposition_id]));
}

export async function insertDisposition(
  tx: Tx,
  one: { code: string; nameAr: string; nameEn: string; nameFr: string },
): Promise<void> {
  await tx
    .insertInto('disposition')
    .values({ code: one.code, name_ar: one.nameAr, name_en: one.nameEn, name_fr: one.nameFr })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
}

/**
 * Returns the ids of a force's units by call sign. One that is not there is made in the room it was first seen in, and is
 * not active: it belongs to the past until somebody says otherwise.
 */
export async function takePatrolUnits(
  tx: Tx,
  forceId: number,
  seen: readonly { roomId: number; callSign: string }[],
): Promise<Map<string, number>> {
  const given = JSON.stringify(seen);
  const ofForce = sql`SELECT p.call_sign, p.patrol_unit_id FROM patrol_unit p JOIN org_unit r ON r.unit_id = p.room_id
    WHERE r.force_id = ${forceId} AND p.call_sign = ANY (${seen.map((one) => one.callSign)}::text[])`;
  await sql`
    INSERT INTO patrol_unit (room_id, call_sign, active)
    SELECT g."roomId", g."callSign", false FROM jsonb_to_recordset(${given}::jsonb) AS g("roomId" int, "callSign" text)
    WHERE g."callSign" NOT IN (SELECT call_sign FROM (${ofForce}) known) ON CONFLICT (room_id, call_sign) DO NOTHING`.execute(
    tx,
  );
  const found = await sql<{ call_sign: string; patrol_unit_id: number }>`${ofForce} ORDER BY 2 DESC`.execute(tx);
  return new Map(found.rows.map((row) => [row.call_sign, row.patrol_unit_id]));
}

/** Takes `count` serial numbers of a room's year; returns the first. */
export async function takeSerials(tx: Tx, roomId: number, year: number, count: number): Promise<number> {
  const taken = await sql<{ last_serial: number }>`
    INSERT INTO incident_serial (room_id, year, last_serial) VALUES (${roomId}, ${year}, ${count})
    ON CONFLICT (room_id, year) DO UPDATE SET last_serial = incident_serial.last_serial + ${count} RETURNING last_serial`.execute(
    tx,
  );
  return Number(taken.rows[0]?.last_serial) - count + 1;
}

export interface KnownIncident {
  incidentId: string;
  sourceKey: string;
  digest: string;
  roomId: number;
  values: Record<string, unknown>;
}
export interface KnownAssignment {
  incidentId: string;
  assignmentId: string;
  sourceKey: string;
  digest: string;
  values: Record<string, unknown>;
}

/** Returns what earlier imports made of these keys in a force, locked until the command ends. */
export async function lockKnown(tx: Tx, forceId: number, keys: readonly string[]) {
  const incidents = await sql<KnownIncident>`
    SELECT incident_id AS "incidentId", source_key AS "sourceKey", encode(source_digest, 'hex') AS digest, room_id AS "roomId",
      to_jsonb(incident) AS "values"
    FROM incident WHERE force_id = ${forceId} AND source_key = ANY (${keys}::text[]) ORDER BY incident_id FOR UPDATE`.execute(
    tx,
  );
  const ids = incidents.rows.map((row) => row.incidentId);
  const assignments = await sql<KnownAssignment>`
    SELECT incident_id AS "incidentId", assignment_id AS "assignmentId", source_key AS "sourceKey",
      encode(source_digest, 'hex') AS digest, to_jsonb(assignment) AS "values"
    FROM assignment WHERE incident_id = ANY (${ids}::uuid[]) AND source_key IS NOT NULL`.execute(tx);
  return { incidents: incidents.rows, assignments: assignments.rows };
}

/** A column of an incident, or of one of its assignments, whose last author is a person. */
export interface PeoplesChange {
  incidentId: string;
  assignmentId: string | null;
  column: string;
}

/**
 * Returns in what people have the last word on incidents: fields whose newest change is not an import's, clocks whose
 * newest entry is not, and `status` where somebody moved the incident or sent a unit to it.
 */
export async function findPeoplesChanges(tx: Tx, incidentIds: readonly string[]): Promise<PeoplesChange[]> {
  if (incidentIds.length === 0) return [];
  const found = await sql<PeoplesChange>`
    SELECT "incidentId", NULL AS "assignmentId", "column" FROM (
      SELECT DISTINCT ON (incident_id, field) incident_id AS "incidentId", reason, version,
        CASE field WHEN 'disposition' THEN 'disposition_id' ELSE field END AS "column"
      FROM field_change WHERE incident_id = ANY (${incidentIds}::uuid[]) ORDER BY incident_id, field, at DESC, change_id DESC
    ) f WHERE reason IS DISTINCT FROM 'import' OR version IS NOT NULL
    UNION ALL
    SELECT "incidentId", "assignmentId", clock || '_at' FROM (
      SELECT DISTINCT ON (incident_id, assignment_id, clock) incident_id AS "incidentId", assignment_id AS "assignmentId",
        clock, source
      FROM incident_clock WHERE incident_id = ANY (${incidentIds}::uuid[])
      ORDER BY incident_id, assignment_id, clock, received_at DESC, clock_id DESC
    ) c WHERE source <> 'import'
    UNION ALL
    SELECT DISTINCT incident_id, NULL::uuid, 'status' FROM timeline_entry
    WHERE incident_id = ANY (${incidentIds}::uuid[]) AND kind IN ('status', 'merge', 'assignment')`.execute(tx);
  return found.rows;
}

/** Inserts rows given as objects whose keys are column names, all of them in one statement. */
export async function insertAll(
  tx: Tx,
  table: 'incident' | 'assignment' | 'incident_clock' | 'timeline_entry' | 'field_change' | 'import_error',
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  await sql`INSERT INTO ${sql.table(table)} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/** Corrects incidents to the values of a changed row; their version rises. */
export async function updateIncidents(tx: Tx, rows: readonly Record<string, unknown>[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    UPDATE incident i SET (type_id, priority, status, station_id, place_text, longitude, latitude, h3_cell, position_source,
        occurred_from, occurred_to, call_started_at, answered_at, created_at, queued_at, resolved_at, closed_at, disposition_id,
        source_digest, due_at, changed_at, version)
      = (n.type_id, n.priority, n.status, n.station_id, n.place_text, n.longitude, n.latitude, n.h3_cell, n.position_source,
        n.occurred_from, n.occurred_to, n.call_started_at, n.answered_at, n.created_at, n.queued_at, n.resolved_at, n.closed_at,
        n.disposition_id, n.source_digest, n.due_at, n.changed_at, i.version + 1)
    FROM jsonb_populate_recordset(NULL::incident, ${JSON.stringify(rows)}::jsonb) n WHERE i.incident_id = n.incident_id`.execute(
    tx,
  );
}

/** Corrects assignments to the clocks of a changed row. */
export async function updateAssignments(tx: Tx, rows: readonly Record<string, unknown>[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    UPDATE assignment a SET (status, assigned_at, acknowledged_at, en_route_at, on_scene_at, transport_started_at,
        transport_arrived_at, cleared_at, source_digest)
      = (n.status, n.assigned_at, n.acknowledged_at, n.en_route_at, n.on_scene_at, n.transport_started_at,
        n.transport_arrived_at, n.cleared_at, n.source_digest)
    FROM jsonb_populate_recordset(NULL::assignment, ${JSON.stringify(rows)}::jsonb) n
    WHERE a.incident_id = n.incident_id AND a.assignment_id = n.assignment_id`.execute(tx);
}

/** Sets the first clocks of incidents from their assignments as they stand; `bump` raises the version of those named in it. */
export async function setFirstClocks(
  tx: Tx,
  incidentIds: readonly string[],
  bump: readonly string[],
  now: Date,
): Promise<void> {
  await sql`
    UPDATE incident i SET first_dispatched_at = f.dispatched, first_acknowledged_at = f.acknowledged,
      first_en_route_at = f.en_route, first_on_scene_at = f.on_scene,
      version = i.version + (i.incident_id = ANY (${bump}::uuid[]))::int, changed_at = ${now}
    FROM (SELECT incident_id, min(assigned_at) AS dispatched, min(acknowledged_at) AS acknowledged,
        min(en_route_at) AS en_route, min(on_scene_at) AS on_scene
      FROM assignment WHERE incident_id = ANY (${incidentIds}::uuid[]) GROUP BY incident_id) f
    WHERE i.incident_id = f.incident_id`.execute(tx);
}

/** Returns the newest clock entries of incidents, to be named by what replaces them. */
export async function newestClocks(tx: Tx, incidentIds: readonly string[]) {
  const rows = await sql<{ incidentId: string; assignmentId: string | null; clock: string; clockId: string }>`
    SELECT DISTINCT ON (incident_id, assignment_id, clock) incident_id AS "incidentId", assignment_id AS "assignmentId",
      clock, clock_id AS "clockId"
    FROM incident_clock WHERE incident_id = ANY (${incidentIds}::uuid[])
    ORDER BY incident_id, assignment_id, clock, received_at DESC, clock_id DESC`.execute(tx);
  return new Map(rows.rows.map((row) => [`${row.incidentId}/${row.assignmentId ?? ''}/${row.clock}`, row.clockId]));
}
