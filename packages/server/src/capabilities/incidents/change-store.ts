// What changes an incident after it was logged. Each change locks the incident first: its events keep their order.
import { type Insertable, type Kysely, sql } from 'kysely';
import type { DB } from '../../platform/db/schema.generated.ts';

type Db = Kysely<DB>;

/** An incident locked until the command ends; undefined outside the area in which the person may change. */
export function lockIncident(db: Db, incidentId: string) {
  return db
    .selectFrom('incident')
    .where('incident_id', '=', incidentId)
    .forUpdate()
    .select([
      'incident_id as incidentId',
      'number',
      'force_id as forceId',
      'room_id as roomId',
      'station_id as stationId',
      'type_id as typeId',
      'created_by as createdBy',
      'status',
      'priority',
      'origin',
      'channel',
      'version',
      'narrative',
      'place_text as placeText',
      'place_id as placeId',
      'longitude',
      'latitude',
      'position_source as positionSource',
      'radius_metres as radiusMetres',
      'occurred_from as occurredFrom',
      'occurred_to as occurredTo',
      'created_at as createdAt',
      'scheduled_for as scheduledFor',
      'disposition_id as dispositionId',
      'parent_id as parentId',
      'duplicate_of as duplicateOf',
    ])
    .executeTakeFirst();
}
export type LockedIncident = NonNullable<Awaited<ReturnType<typeof lockIncident>>>;

/** Raises the version; with a status, sets it, and no hold goes on. Returns the new version. */
export async function bumpIncident(db: Db, incidentId: string, now: Date, status?: string): Promise<number> {
  const row = await db
    .updateTable('incident')
    .where('incident_id', '=', incidentId)
    .set((eb) => ({
      version: eb('version', '+', 1),
      changed_at: now,
      ...(status && { status, hold_reason: null, hold_until: null }),
    }))
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

export interface Moved {
  status: string;
  holdReason: string | null;
  holdUntil: string | null;
  dispositionId: number | null;
  /** Set to the moment of the move, cleared, or left as they are. */
  resolvedAt?: Date | null;
  closedAt?: Date | null;
  reopenedAt?: Date;
}

/** Writes a move of an incident; returns its new version. */
export async function updateStatus(db: Db, incidentId: string, moved: Moved, now: Date): Promise<number> {
  const row = await db
    .updateTable('incident')
    .where('incident_id', '=', incidentId)
    .set((eb) => ({
      version: eb('version', '+', 1),
      changed_at: now,
      status: moved.status,
      hold_reason: moved.holdReason,
      hold_until: moved.holdUntil,
      disposition_id: moved.dispositionId,
      ...(moved.status === 'on_hold' && { ever_held: true }),
      ...(moved.resolvedAt !== undefined && { resolved_at: moved.resolvedAt }),
      ...(moved.closedAt !== undefined && { closed_at: moved.closedAt }),
      ...(moved.reopenedAt && { reopened_at: moved.reopenedAt }),
    }))
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

/** What was scheduled for later and is taken up before waits from now on, and is due as much sooner. */
export async function endSchedule(db: Db, incidentId: string, at: Date): Promise<void> {
  await db
    .updateTable('incident')
    .where('incident_id', '=', incidentId)
    .where(sql<boolean>`scheduled_for > ${at}::timestamptz`)
    .set({ scheduled_for: at, due_at: sql`due_at - (scheduled_for - ${at}::timestamptz)` })
    .execute();
}

/** An active disposition's code; undefined when it is not there or no longer used. */
export async function findDisposition(db: Db, dispositionId: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('disposition')
    .where('disposition_id', '=', dispositionId)
    .where('active', '=', true)
    .select('code')
    .executeTakeFirst();
  return row?.code;
}

export async function insertFieldChange(db: Db, change: Insertable<DB['field_change']>): Promise<void> {
  await db.insertInto('field_change').values(change).execute();
}

/** Copies the earliest clocks of the incident's assignments to its board row. */
export async function setFirstClocks(db: Db, incidentId: string): Promise<void> {
  await sql`UPDATE incident i SET first_dispatched_at = f.dispatched, first_acknowledged_at = f.acknowledged,
      first_en_route_at = f.en_route, first_on_scene_at = f.on_scene
    FROM (SELECT min(assigned_at) AS dispatched, min(acknowledged_at) AS acknowledged, min(en_route_at) AS en_route,
        min(on_scene_at) AS on_scene FROM assignment WHERE incident_id = ${incidentId}) f
    WHERE i.incident_id = ${incidentId}`.execute(db);
}

export async function insertEntry(db: Db, entry: Insertable<DB['timeline_entry']>): Promise<void> {
  await db.insertInto('timeline_entry').values(entry).execute();
}

export async function insertClock(db: Db, clock: Insertable<DB['incident_clock']>): Promise<void> {
  await db.insertInto('incident_clock').values(clock).execute();
}

/** A unit of a room, locked; undefined when the room has no such active unit. */
export function lockUnit(db: Db, patrolUnitId: number, roomId: number) {
  return db
    .selectFrom('patrol_unit')
    .where('patrol_unit_id', '=', patrolUnitId)
    .where('room_id', '=', roomId)
    .where('active', '=', true)
    .forUpdate()
    .select(['call_sign as callSign', 'incident_id as incidentId'])
    .executeTakeFirst();
}

/** The number of an incident; undefined outside the area. */
export async function numberOf(db: Db, incidentId: string): Promise<string | null | undefined> {
  const row = await db.selectFrom('incident').where('incident_id', '=', incidentId).select('number').executeTakeFirst();
  return row?.number;
}

/** Says what a unit works on now, null when it is free. */
export async function setUnitTask(db: Db, patrolUnitId: number, incidentId: string | null, at: Date): Promise<void> {
  await db
    .updateTable('patrol_unit')
    .where('patrol_unit_id', '=', patrolUnitId)
    .set({
      incident_id: incidentId,
      primary_status: incidentId ? 'ConditionallyAvailable' : 'Available',
      status_at: at,
    })
    .execute();
}

export async function insertAssignment(db: Db, row: Insertable<DB['assignment']>): Promise<void> {
  await db.insertInto('assignment').values(row).execute();
}

/** All assignments of an incident with their call signs, locked. */
export function lockAssignments(db: Db, incidentId: string) {
  return db
    .selectFrom('assignment as a')
    .innerJoin('patrol_unit as u', 'u.patrol_unit_id', 'a.patrol_unit_id')
    .where('a.incident_id', '=', incidentId)
    .orderBy('a.assigned_at')
    .orderBy('a.assignment_id')
    .forUpdate('a')
    .select([
      'a.assignment_id as assignmentId',
      'a.patrol_unit_id as patrolUnitId',
      'a.status',
      'a.lead',
      'a.assigned_at as assignedAt',
      'a.acknowledged_at as acknowledgedAt',
      'a.en_route_at as enRouteAt',
      'a.on_scene_at as onSceneAt',
      'a.transport_started_at as transportStartedAt',
      'a.transport_arrived_at as transportArrivedAt',
      'a.cleared_at as clearedAt',
      'u.call_sign as callSign',
    ])
    .execute();
}

const clockColumns = {
  acknowledged: 'acknowledged_at',
  en_route: 'en_route_at',
  on_scene: 'on_scene_at',
  transporting: 'transport_started_at',
  cleared: 'cleared_at',
  stood_down: 'cleared_at',
} as const;
export type MovedTo = keyof typeof clockColumns;

/** Sets the status of an assignment and the clock that goes with it. */
export async function updateAssignment(
  db: Db,
  key: { incidentId: string; assignmentId: string },
  status: MovedTo,
  at: Date,
  reason: string | null = null,
): Promise<void> {
  await db
    .updateTable('assignment')
    .where('incident_id', '=', key.incidentId)
    .where('assignment_id', '=', key.assignmentId)
    .set({ status, [clockColumns[status]]: at, ...(reason && { stood_down_reason: reason }) })
    .execute();
}
