// How the practice force comes into the database: whole tables at once, as the owner, in one transaction.
import type pg from 'pg';
import { type CopyValue, copyRows } from '../../../platform/db/copy-rows.ts';

export interface UnitRow {
  kind: string;
  code: string;
  ar: string;
  en: string;
  fr: string;
  parent: string | null;
  population?: number | null;
  types?: string[];
  bounds?: readonly number[];
  area?: object;
}

/** Whether any unit stands in the database: a practice force is only put into an empty one. */
export async function hasUnits(owner: pg.ClientBase): Promise<boolean> {
  return (await owner.query('SELECT 1 FROM org_unit LIMIT 1')).rowCount !== 0;
}

/** Inserts units, parents first; returns their ids by code. The first is the force. */
export async function insertUnits(owner: pg.ClientBase, rows: readonly UnitRow[]): Promise<Map<string, number>> {
  const first = await owner.query(
    `SELECT nextval(pg_get_serial_sequence('org_unit', 'unit_id'))::int AS id FROM generate_series(1, $1)`,
    [rows.length],
  );
  const ids = new Map(rows.map((row, index) => [row.code, first.rows[index].id as number]));
  const force = first.rows[0].id as number;
  await copyRows(
    owner,
    'org_unit',
    [
      'unit_id',
      'kind',
      'code',
      'name_ar',
      'name_en',
      'name_fr',
      'parent_id',
      'force_id',
      'time_zone',
      'population',
      'type_codes',
      'practice',
      'bounds',
    ],
    rows.map((row): CopyValue[] => [
      ids.get(row.code) ?? null,
      row.kind,
      row.code,
      row.ar,
      row.en,
      row.fr,
      row.parent === null ? null : (ids.get(row.parent) ?? null),
      force,
      'Asia/Beirut',
      row.population ?? null,
      row.types ?? [],
      true,
      row.bounds ? `{${row.bounds.join(',')}}` : null,
    ]),
  );
  await copyRows(
    owner,
    'org_unit_area',
    ['unit_id', 'geometry'],
    rows.flatMap((row): CopyValue[][] => (row.area ? [[ids.get(row.code) ?? null, row.area]] : [])),
  );
  return ids;
}

export async function insertLimits(owner: pg.ClientBase, forceId: number, minutes: ReadonlyMap<number, number>) {
  for (const [priority, limit] of minutes) {
    await owner.query('INSERT INTO priority_limit (force_id, priority, response_minutes) VALUES ($1, $2, $3)', [
      forceId,
      priority,
      limit,
    ]);
  }
}

export interface RoomHomes {
  roomId: number;
  /** Stations in order, and where a patrol of each was seen last, one place after the other. */
  stations: readonly { stationId: number; lastSeen(): readonly [longitude: number, latitude: number] }[];
}

/**
 * Inserts the units of rooms, `count` each, named M-01 and so on, their homes going round the stations, each last seen
 * somewhere in the area of its station at `seenAt`. Returns ids by room.
 */
export async function insertPatrolUnits(
  owner: pg.ClientBase,
  rooms: readonly RoomHomes[],
  count: number,
  seenAt: Date,
): Promise<Map<number, number[]>> {
  const rows = rooms.flatMap(({ roomId, stations }) =>
    Array.from({ length: count }, (_, index): CopyValue[] => {
      const home = stations[index % stations.length];
      const [longitude, latitude] = home?.lastSeen() ?? [null, null];
      const position = longitude === null ? null : seenAt;
      return [
        `M-${String(index + 1).padStart(2, '0')}`,
        roomId,
        home?.stationId ?? null,
        ['patrol'],
        longitude,
        latitude,
        position,
      ];
    }),
  );
  await copyRows(
    owner,
    'patrol_unit',
    ['call_sign', 'room_id', 'station_id', 'capabilities', 'longitude', 'latitude', 'position_at'],
    rows,
  );
  const made = await owner.query(
    'SELECT room_id, array_agg(patrol_unit_id ORDER BY call_sign) AS ids FROM patrol_unit WHERE room_id = ANY ($1) GROUP BY room_id',
    [rooms.map((room) => room.roomId)],
  );
  return new Map(made.rows.map((row) => [row.room_id, row.ids]));
}

/** A try-out holds real cities beside the practice force: its analyst reads them all. No shipped role reaches so far. */
export async function insertPracticeRole(owner: pg.ClientBase, rights: object): Promise<void> {
  await owner.query(
    `INSERT INTO role (code, name_ar, name_en, name_fr, rights, shipped) VALUES ('practice_analyst', $1, $2, $3, $4, false)`,
    ['محلّل التجربة', 'Try-out analyst', 'Analyste d’essai', JSON.stringify(rights)],
  );
}

export interface PersonRow {
  personId: string;
  postId: string;
  userName: string | null;
  nameAr: string;
  nameLatin: string;
  role: string;
  unitId: number;
}

export async function insertPeople(owner: pg.ClientBase, people: readonly PersonRow[]): Promise<void> {
  const roles = await owner.query('SELECT code, role_id FROM role');
  const roleIds = new Map(roles.rows.map((row) => [row.code as string, row.role_id as number]));
  await copyRows(
    owner,
    'person',
    ['person_id', 'user_name', 'name_ar', 'name_latin'],
    people.map((one) => [one.personId, one.userName, one.nameAr, one.nameLatin]),
  );
  await copyRows(
    owner,
    'post',
    ['post_id', 'person_id', 'role_id', 'unit_id', 'valid_from'],
    people.map((one) => [one.postId, one.personId, roleIds.get(one.role) ?? null, one.unitId, '2018-01-01']),
  );
}

/** Ids that incidents are written with. */
export async function loadIds(owner: pg.ClientBase) {
  const map = async (sql: string): Promise<Map<string, number>> =>
    new Map((await owner.query(sql)).rows.map((row) => [row.code, row.id]));
  return {
    units: await map(
      `SELECT u.code, u.unit_id AS id FROM org_unit u JOIN org_unit f ON f.unit_id = u.force_id WHERE f.code = 'PRA'`,
    ),
    types: await map('SELECT code, type_id AS id FROM incident_type'),
    dispositions: await map('SELECT code, disposition_id AS id FROM disposition'),
  };
}

/** Of each room: its units in the order of their call signs, and who takes calls there. */
export async function loadRooms(owner: pg.ClientBase): Promise<Map<number, { units: number[]; takers: string[] }>> {
  const rows = await owner.query(`
    SELECT r.unit_id AS "roomId",
      (SELECT array_agg(p.patrol_unit_id ORDER BY p.call_sign) FROM patrol_unit p WHERE p.room_id = r.unit_id) AS units,
      (SELECT array_agg(p.person_id ORDER BY p.person_id) FROM post p JOIN role USING (role_id)
        WHERE p.unit_id = r.unit_id AND role.code = 'call_taker') AS takers
    FROM org_unit r JOIN org_unit f ON f.unit_id = r.force_id WHERE f.code = 'PRA' AND r.kind = 'operations_room'`);
  return new Map(rows.rows.map((row) => [row.roomId, { units: row.units, takers: row.takers }]));
}

export async function countIncidents(owner: pg.ClientBase): Promise<number> {
  const rows = await owner.query(
    `SELECT count(*) AS n FROM incident i JOIN org_unit f ON f.unit_id = i.force_id WHERE f.code = 'PRA'`,
  );
  return rows.rows[0].n;
}

export interface IncidentTables {
  incident: CopyValue[][];
  call: CopyValue[][];
  assignment: CopyValue[][];
  incident_clock: CopyValue[][];
  timeline_entry: CopyValue[][];
}

const columns: Record<keyof IncidentTables, string[]> = {
  incident: [
    'incident_id',
    'number',
    'force_id',
    'room_id',
    'station_id',
    'type_id',
    'priority',
    'status',
    'origin',
    'channel',
    'narrative',
    'place_text',
    'longitude',
    'latitude',
    'position_source',
    'h3_cell',
    'occurred_from',
    'occurred_to',
    'call_started_at',
    'answered_at',
    'created_at',
    'queued_at',
    'first_dispatched_at',
    'first_acknowledged_at',
    'first_en_route_at',
    'first_on_scene_at',
    'resolved_at',
    'closed_at',
    'due_at',
    'disposition_id',
    'created_by',
    'made_at',
    'received_at',
    'changed_at',
  ],
  call: ['incident_id', 'call_id', 'channel', 'started_at', 'answered_at', 'taken_by', 'made_at', 'received_at'],
  assignment: [
    'incident_id',
    'assignment_id',
    'patrol_unit_id',
    'status',
    'lead',
    'assigned_at',
    'acknowledged_at',
    'en_route_at',
    'on_scene_at',
    'cleared_at',
    'made_at',
    'received_at',
  ],
  incident_clock: [
    'incident_id',
    'clock_id',
    'clock',
    'at',
    'assignment_id',
    'author_id',
    'source',
    'made_at',
    'received_at',
  ],
  timeline_entry: ['incident_id', 'entry_id', 'kind', 'author_id', 'room_id', 'made_at', 'received_at', 'text', 'data'],
};

export async function copyIncidents(owner: pg.ClientBase, tables: IncidentTables): Promise<void> {
  for (const table of Object.keys(columns) as (keyof IncidentTables)[])
    await copyRows(owner, table, columns[table], tables[table]);
}

/** What follows from the incidents written: number series, units at work, the log, and marts that build themselves anew. */
export async function finishIncidents(
  owner: pg.ClientBase,
  forceId: number,
  serials: ReadonlyMap<string, number>,
  now: Date,
): Promise<void> {
  for (const [key, last] of serials) {
    const [roomId, year] = key.split('/');
    await owner.query(
      `INSERT INTO incident_serial (room_id, year, last_serial) VALUES ($1, $2, $3)
       ON CONFLICT (room_id, year) DO UPDATE SET last_serial = greatest(incident_serial.last_serial, $3)`,
      [roomId, year, last],
    );
  }
  await owner.query(`
    UPDATE patrol_unit p SET incident_id = a.incident_id, primary_status = 'ConditionallyAvailable'
    FROM assignment a WHERE a.patrol_unit_id = p.patrol_unit_id AND a.status NOT IN ('cleared', 'stood_down')`);
  await owner.query(
    `INSERT INTO audit_entry (at, kind, action, unit_id, subject_kind, subject_id) VALUES ($1, 'collection', 'practice.generated', $2::int, 'unit', $2::int::text)`,
    [now, forceId],
  );
  await owner.query('INSERT INTO event_epoch (made_at) VALUES ($1)', [now]);
}
