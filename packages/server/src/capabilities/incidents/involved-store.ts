// People and vehicles involved: restricted tables, read only where row-level security opens them.
import { type Insertable, type Kysely, sql } from 'kysely';
import type { DB } from '../../platform/db/schema.generated.ts';

type Db = Kysely<DB>;
const mostEntries = 500;

/** When a person's broken glass on an incident closes again; null when none is open. */
export async function openUntil(db: Db, incidentId: string, personId: string, now: Date): Promise<string | null> {
  const row = await db
    .selectFrom('break_glass')
    .where('person_id', '=', personId)
    .where('until', '>', now.toISOString())
    .where('incident_id', '=', incidentId)
    .select((eb) => eb.fn.max('until').as('until'))
    .executeTakeFirst();
  return row?.until ?? null;
}

export async function insertGrant(db: Db, grant: Insertable<DB['break_glass']>): Promise<void> {
  await db.insertInto('break_glass').values(grant).execute();
}

export async function insertPerson(db: Db, row: Insertable<DB['involved_person']>): Promise<void> {
  await db.insertInto('involved_person').values(row).execute();
}

export async function insertVehicle(db: Db, row: Insertable<DB['involved_vehicle']>): Promise<void> {
  await db.insertInto('involved_vehicle').values(row).execute();
}

const tables = { person: 'involved_person', vehicle: 'involved_vehicle' } as const;
export type InvolvedKind = keyof typeof tables;

/** An entry, where the transaction may read it, and whether another has taken its place. */
export async function findEntry(db: Db, kind: InvolvedKind, incidentId: string, involvedId: string) {
  const table = sql.table(tables[kind]);
  const { rows } = await sql<{ involvement: string; withdrawn: boolean; replaced: boolean }>`
    SELECT e.involvement, e.withdrawn,
      EXISTS (SELECT 1 FROM ${table} n WHERE n.incident_id = e.incident_id AND n.corrects = e.involved_id) AS replaced
    FROM ${table} e WHERE e.incident_id = ${incidentId} AND e.involved_id = ${involvedId}`.execute(db);
  return rows[0];
}

/** The people of an incident as the transaction may read them, corrections and withdrawals among them. */
export function peopleOf(db: Db, incidentId: string) {
  return db
    .selectFrom('involved_person as e')
    .leftJoin('person as p', 'p.person_id', 'e.added_by')
    .where('e.incident_id', '=', incidentId)
    .orderBy('e.made_at')
    .orderBy('e.involved_id')
    .limit(mostEntries)
    .select([
      'e.involved_id as involvedId',
      'e.corrects',
      'e.withdrawn',
      'e.reason',
      'p.name_ar as addedByName',
      'e.made_at as madeAt',
      'e.involvement',
      'e.name',
      'e.telephone',
      'e.details',
    ])
    .execute();
}

/** The vehicles of an incident as the transaction may read them. */
export function vehiclesOf(db: Db, incidentId: string) {
  return db
    .selectFrom('involved_vehicle as e')
    .leftJoin('person as p', 'p.person_id', 'e.added_by')
    .where('e.incident_id', '=', incidentId)
    .orderBy('e.made_at')
    .orderBy('e.involved_id')
    .limit(mostEntries)
    .select([
      'e.involved_id as involvedId',
      'e.corrects',
      'e.withdrawn',
      'e.reason',
      'p.name_ar as addedByName',
      'e.made_at as madeAt',
      'e.involvement',
      'e.plate',
      'e.description',
    ])
    .execute();
}

/** What decides whether a scope reaches an incident; undefined outside the area. */
export function findPlacement(db: Db, incidentId: string) {
  return db
    .selectFrom('incident')
    .where('incident_id', '=', incidentId)
    .select([
      'force_id as forceId',
      'room_id as roomId',
      'station_id as stationId',
      'type_id as typeId',
      'created_by as createdBy',
    ])
    .executeTakeFirst();
}
