// Patrol units as they are administered: what they are called and where they belong. Their work is in `incidents`.
import type { Kysely } from 'kysely';
import type { DB } from '../../../platform/db/schema.generated.ts';

type Db = Kysely<DB>;

export interface PatrolFields {
  callSign: string;
  kind: string;
  roomId: number;
  stationId: number | null;
  active: boolean;
}

/** Inserts a unit that is in use; returns its id. */
export async function insertPatrolUnit(db: Db, unit: Omit<PatrolFields, 'active'>, now: Date): Promise<number> {
  const made = await db
    .insertInto('patrol_unit')
    .values({
      call_sign: unit.callSign,
      kind: unit.kind,
      room_id: unit.roomId,
      station_id: unit.stationId,
      status_at: now,
    })
    .returning('patrol_unit_id')
    .executeTakeFirstOrThrow();
  return made.patrol_unit_id;
}

/** A unit, locked until the end of the command, so that nobody sends it meanwhile; undefined where it is not seen. */
export function lockPatrolUnit(db: Db, patrolUnitId: number) {
  return db
    .selectFrom('patrol_unit')
    .where('patrol_unit_id', '=', patrolUnitId)
    .forUpdate()
    .select([
      'patrol_unit_id as patrolUnitId',
      'call_sign as callSign',
      'kind',
      'room_id as roomId',
      'station_id as stationId',
      'active',
      'incident_id as incidentId',
      'version',
    ])
    .executeTakeFirst();
}

/** Writes what a unit becomes; one that comes back into use is available. Returns its version. */
export async function updatePatrolUnit(db: Db, id: number, unit: PatrolFields, back: Date | null): Promise<number> {
  const { version } = await db
    .updateTable('patrol_unit')
    .where('patrol_unit_id', '=', id)
    .set((row) => ({
      call_sign: unit.callSign,
      kind: unit.kind,
      room_id: unit.roomId,
      station_id: unit.stationId,
      active: unit.active,
      version: row('version', '+', 1),
      ...(back && { primary_status: 'Available', secondary_status: null, status_at: back }),
    }))
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** The unit of a room that has a call sign, in use or not. */
export function findBySign(db: Db, roomId: number, callSign: string) {
  return db
    .selectFrom('patrol_unit')
    .where('room_id', '=', roomId)
    .where('call_sign', '=', callSign)
    .select(['patrol_unit_id as patrolUnitId', 'active'])
    .executeTakeFirst();
}

/** The unit that a patrol unit belongs to: its station, or its room; undefined where there is no such unit. */
export async function findHome(db: Db, patrolUnitId: number): Promise<number | undefined> {
  const found = await db
    .selectFrom('patrol_unit')
    .where('patrol_unit_id', '=', patrolUnitId)
    .select(['station_id', 'room_id'])
    .executeTakeFirst();
  return found && (found.station_id ?? found.room_id);
}
