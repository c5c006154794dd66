import { type BoardGroup, boardGroups } from '@marsad/contract/incidents/get-board.ts';
import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { type Expression, type ExpressionBuilder, type Insertable, type Kysely, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DB } from '../../platform/db/schema.generated.ts';

type Db = Kysely<DB>;

const liveStatuses = ['open', 'dispatched', 'on_scene', 'on_hold'] as const;
/** How many of each group a board shows: what is done or planned never takes the place of what is to be worked. */
const boardLimits: Readonly<Record<BoardGroup, number>> = { queue: 500, scheduled: 200, resolved: 200 };
const mostUnits = 500;

/** A timestamp inside JSON, written as the wire writes instants. */
export const instant = (column: Expression<unknown>): ReturnType<typeof sql<string | null>> =>
  sql<string | null>`to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

function assignmentsOf(eb: ExpressionBuilder<DB, 'incident'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('assignment as a')
      .innerJoin('patrol_unit as u', 'u.patrol_unit_id', 'a.patrol_unit_id')
      .whereRef('a.incident_id', '=', 'incident.incident_id')
      .orderBy('a.assigned_at')
      .orderBy('a.assignment_id')
      .select((ab) => [
        'a.assignment_id as assignmentId',
        'a.patrol_unit_id as patrolUnitId',
        'u.call_sign as callSign',
        'a.status',
        'a.lead',
        instant(ab.ref('a.assigned_at')).as('assignedAt'),
        instant(ab.ref('a.acknowledged_at')).as('acknowledgedAt'),
        instant(ab.ref('a.en_route_at')).as('enRouteAt'),
        instant(ab.ref('a.on_scene_at')).as('onSceneAt'),
        instant(ab.ref('a.transport_started_at')).as('transportStartedAt'),
        instant(ab.ref('a.transport_arrived_at')).as('transportArrivedAt'),
        instant(ab.ref('a.cleared_at')).as('clearedAt'),
      ]),
  );
}

/** The columns of a board row, to be selected from incident. */
export function boardSelection(eb: ExpressionBuilder<DB, 'incident'>) {
  return [
    'incident_id as incidentId',
    'number',
    'room_id as roomId',
    'station_id as stationId',
    'type_id as typeId',
    'priority',
    'status',
    'origin',
    'place_text as placeText',
    'longitude',
    'latitude',
    'radius_metres as radiusMetres',
    'created_at as createdAt',
    'due_at as dueAt',
    'first_dispatched_at as firstDispatchedAt',
    'first_en_route_at as firstEnRouteAt',
    'first_on_scene_at as firstOnSceneAt',
    'resolved_at as resolvedAt',
    'hold_until as holdUntil',
    'scheduled_for as scheduledFor',
    'version',
    assignmentsOf(eb).as('assignments'),
  ] as const;
}

function selectBoard(db: Db) {
  return db.selectFrom('incident').select(boardSelection);
}

/**
 * Board rows of a room that are not over, each group up to its limit, and which groups have more: of the queue those of the
 * highest priority and there the most late, of what is scheduled the soonest, of what is resolved the last.
 */
export async function boardRowsOfRoom(db: Db, roomId: number): Promise<{ rows: BoardIncident[]; cut: BoardGroup[] }> {
  const ofRoom = selectBoard(db).where('room_id', '=', roomId);
  const groups = {
    queue: ofRoom.where('status', 'in', liveStatuses).orderBy('priority').orderBy('due_at'),
    scheduled: ofRoom.where('status', '=', 'scheduled').orderBy('scheduled_for'),
    resolved: ofRoom.where('status', '=', 'resolved').orderBy('resolved_at', (order) => order.desc().nullsLast()),
  } satisfies Record<BoardGroup, typeof ofRoom>;
  const rows: BoardIncident[] = [];
  const cut: BoardGroup[] = [];
  for (const group of boardGroups) {
    const limit = boardLimits[group];
    const found = (await groups[group].limit(limit + 1).execute()) as BoardIncident[];
    if (found.length > limit) cut.push(group);
    rows.push(...found.slice(0, limit));
  }
  return { rows, cut };
}

/** Board rows by id, whatever their status and of every force, for events whose readers are judged one by one. Asks as the owner. */
export async function boardRowsForEvents(owner: Db, incidentIds: string[]): Promise<BoardIncident[]> {
  if (incidentIds.length === 0) return [];
  return (await selectBoard(owner).where('incident_id', 'in', incidentIds).execute()) as BoardIncident[];
}

/** Whether the transaction's area holds an incident. */
export async function isVisible(db: Db, incidentId: string): Promise<boolean> {
  const row = await db
    .selectFrom('incident')
    .where('incident_id', '=', incidentId)
    .select('incident_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The units of a room's board. */
export async function unitsOfRoom(db: Db, roomId: number) {
  return db
    .selectFrom('patrol_unit')
    .where('room_id', '=', roomId)
    .where('active', '=', true)
    .orderBy('call_sign')
    .limit(mostUnits)
    .select([
      'patrol_unit_id as patrolUnitId',
      'call_sign as callSign',
      'room_id as roomId',
      'kind',
      'capabilities',
      'primary_status as primaryStatus',
      'secondary_status as secondaryStatus',
      'status_at as statusAt',
      'longitude',
      'latitude',
      'position_at as positionAt',
      'incident_id as incidentId',
    ])
    .execute();
}

/** The next serial of a room in a year; the row lock orders concurrent numbers, and a rolled back one leaves no gap. */
export async function takeSerial(db: Db, roomId: number, year: number): Promise<number> {
  const row = await db
    .insertInto('incident_serial')
    .values({ room_id: roomId, year, last_serial: 1 })
    .onConflict((conflict) =>
      conflict.columns(['room_id', 'year']).doUpdateSet({ last_serial: sql`incident_serial.last_serial + 1` }),
    )
    .returning('last_serial')
    .executeTakeFirstOrThrow();
  return row.last_serial;
}

/** Inserts a new incident row. */
export async function insertIncident(db: Db, row: Insertable<DB['incident']>): Promise<void> {
  await db.insertInto('incident').values(row).execute();
}

export interface FirstRecords {
  incidentId: string;
  call: Insertable<DB['call']> | null;
  clocks: Insertable<DB['incident_clock']>[];
  entries: Insertable<DB['timeline_entry']>[];
  people: Insertable<DB['involved_person']>[];
}

/** Writes what an incident is born with, few statements for a few rows. */
export async function insertFirstRecords(db: Db, records: FirstRecords): Promise<void> {
  if (records.people.length > 0) await db.insertInto('involved_person').values(records.people).execute();
  const entries = db.insertInto('timeline_entry').values(records.entries).returning('entry_id');
  const clocks = db.insertInto('incident_clock').values(records.clocks).returning('clock_id');
  const insertRest = records.call
    ? db
        .with('e', () => entries)
        .with('c', () => clocks)
        .insertInto('call')
        .values(records.call)
    : db
        .with('e', () => entries)
        .insertInto('incident_clock')
        .values(records.clocks);
  await insertRest.execute();
}

/** Where the event order stands now. */
export async function streamPosition(db: Db): Promise<{ epoch: string; position: number }> {
  const row = await db
    .selectFrom('event_epoch')
    .select((eb) => [
      'epoch',
      eb
        .selectFrom('event')
        .select((e) => e.fn.max('position').as('p'))
        .as('position'),
    ])
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { epoch: row.epoch, position: row.position ?? 0 };
}

/** Asks for a job at a moment, in the transaction: it is there if and only if what it is about is. */
export async function requestJobAt(db: Db, task: string, payload: object, key: string, at: string): Promise<void> {
  await sql`SELECT request_job_at(${task}, ${JSON.stringify(payload)}::jsonb, ${key}, ${at}::timestamptz)`.execute(db);
}
