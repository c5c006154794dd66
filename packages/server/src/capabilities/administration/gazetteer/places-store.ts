import type { PlaceFields, PlaceView } from '@marsad/contract/administration/gazetteer/place.ts';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '../../../platform/db/schema.generated.ts';
import { nameRows } from './place-names.ts';

type Tx = Transaction<DB>;

/** West, south, east, north in degrees. */
export type Box = readonly number[];

// What ranking can weigh at a keystroke: more would not be read by anybody.
const mostCandidates = 150;

/** Whether a place is there for a force: public or its own, within the scope of the transaction. One out of use still is. */
export async function isPlaceOfForce(tx: Tx, placeId: number, forceId: number): Promise<boolean> {
  const found = await tx
    .selectFrom('place')
    .where('place_id', '=', placeId)
    .where((eb) => eb.or([eb('force_id', 'is', null), eb('force_id', '=', forceId)]))
    .select('place_id')
    .executeTakeFirst();
  return found !== undefined;
}

/** Places whose names may be meant by a normalised text or its skeletons, unranked, within the scope of the transaction. */
export async function candidatePlaces(db: Kysely<DB>, asked: string, keys: readonly string[], box: Box | null) {
  const found = await sql<PlaceView>`
    SELECT place_id AS "placeId", name_ar AS "nameAr", name_en AS "nameEn", name_fr AS "nameFr", kind, population, longitude,
      latitude, coalesce(radius_metres, 500) AS "radiusMetres", own, names
    FROM search_places(${asked}, ${keys}::text[], ${box}::double precision[], ${mostCandidates})`.execute(db);
  return found.rows;
}

/** The own places of a force, then those of most inhabitants within the box, `most` in all. */
export async function keptPlaces(db: Kysely<DB>, forceId: number, box: Box | null, most: number): Promise<PlaceView[]> {
  const [west, south, east, north] = box ?? [-180, -90, 180, 90];
  const within = sql`p.active AND p.longitude BETWEEN ${west} AND ${east} AND p.latitude BETWEEN ${south} AND ${north}`;
  const found = await sql<PlaceView>`
    SELECT m.place_id AS "placeId", m.name_ar AS "nameAr", m.name_en AS "nameEn", m.name_fr AS "nameFr", m.kind, m.population,
      m.longitude, m.latitude, coalesce(m.radius_metres, 500) AS "radiusMetres", m.force_id IS NOT NULL AS own,
      ARRAY(SELECT n.name FROM place_name n WHERE n.place_id = m.place_id ORDER BY n.name_id LIMIT 8) AS names
    FROM (
      (SELECT p.*, 0 AS part FROM place p WHERE p.force_id = ${forceId} AND ${within} ORDER BY p.place_id DESC LIMIT ${most})
      UNION ALL
      (SELECT p.*, 1 AS part FROM place p WHERE p.force_id IS NULL AND ${within} ORDER BY p.population DESC, p.place_id LIMIT ${most})
    ) m ORDER BY m.part, m.population DESC, m.place_id LIMIT ${most}`.execute(db);
  return found.rows;
}

/** The middle of the box around a unit's area of today, or null where it has none. */
export async function findUnitMiddle(
  db: Kysely<DB>,
  unitId: number,
): Promise<{ longitude: number; latitude: number } | null> {
  const found = await sql<{ west: number | null; south: number; east: number; north: number }>`
    SELECT min((at ->> 0)::float8) AS west, min((at ->> 1)::float8) AS south, max((at ->> 0)::float8) AS east, max((at ->> 1)::float8) AS north
    FROM org_unit_area a, jsonb_path_query(a.geometry, 'lax $.coordinates.** ? (@.type() == "array" && @[0].type() == "number")') AS at
    WHERE a.unit_id = ${unitId} AND a.valid_to IS NULL`.execute(db);
  const box = found.rows[0];
  if (!box || box.west === null) return null;
  return { longitude: (box.west + box.east) / 2, latitude: (box.south + box.north) / 2 };
}

/** A page of the own places of the forces in the scope, newest first. */
export async function pageOfOwnPlaces(db: Kysely<DB>, before: number | null, limit: number) {
  const found = await sql<PlaceFields & { placeId: number; unitId: number; version: number; active: boolean }>`
    SELECT p.place_id AS "placeId", p.unit_id AS "unitId", p.version, p.active, coalesce(p.name_ar, '') AS "nameAr",
      coalesce(p.name_en, '') AS "nameEn", coalesce(p.name_fr, '') AS "nameFr", replace(p.kind, 'marsad.', '') AS kind,
      p.longitude, p.latitude, coalesce(p.radius_metres, 50) AS "radiusMetres", coalesce((
        SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('name', n.name, 'language', n.language)) ORDER BY n.name_id)
        FROM place_name n WHERE n.place_id = p.place_id AND n.name NOT IN (coalesce(p.name_ar, ''), coalesce(p.name_en, ''), coalesce(p.name_fr, ''))), '[]') AS aliases
    FROM place p WHERE p.force_id IS NOT NULL AND (${before}::bigint IS NULL OR p.place_id < ${before}::bigint)
    ORDER BY p.place_id DESC LIMIT ${limit}`.execute(db);
  return found.rows;
}

const columnsOf = (fields: PlaceFields) => ({
  name_ar: fields.nameAr || null,
  name_en: fields.nameEn || null,
  name_fr: fields.nameFr || null,
  kind: `marsad.${fields.kind}`,
  longitude: fields.longitude,
  latitude: fields.latitude,
  radius_metres: fields.radiusMetres,
});

export interface OwnPlace {
  commandId: string;
  forceId: number;
  unitId: number;
  authorId: string;
  now: Date;
  fields: PlaceFields;
}

/** Inserts a place of a force's own with its names and the first line of its history; returns its id. */
export async function insertOwnPlace(tx: Tx, own: OwnPlace): Promise<number> {
  const { place_id } = await tx
    .insertInto('place')
    .values({
      source: 'marsad',
      source_id: own.commandId,
      force_id: own.forceId,
      unit_id: own.unitId,
      changed_at: own.now,
      ...columnsOf(own.fields),
    })
    .returning('place_id')
    .executeTakeFirstOrThrow();
  await writeNames(tx, place_id, own.fields);
  await writeChange(tx, place_id, 1, own.authorId, null, own.fields, own.now);
  return place_id;
}

/** A place of a force's own, locked; undefined when there is none that the person may change. */
export function lockOwnPlace(tx: Tx, placeId: number) {
  return tx
    .selectFrom('place')
    .where('place_id', '=', placeId)
    .where('force_id', 'is not', null)
    .forUpdate()
    .select([
      'force_id as forceId',
      'unit_id as unitId',
      'version',
      'name_ar as nameAr',
      'name_en as nameEn',
      'name_fr as nameFr',
      'kind',
      'longitude',
      'latitude',
      'radius_metres as radiusMetres',
      'active',
    ])
    .executeTakeFirst();
}

export interface Changed {
  placeId: number;
  version: number;
  active: boolean;
  authorId: string;
  now: Date;
  old: object;
  fields: PlaceFields;
}

/** Writes the new values, names and history of a place that is locked. */
export async function updateOwnPlace(tx: Tx, changed: Changed): Promise<void> {
  const { placeId, version, active, fields, now } = changed;
  await tx
    .updateTable('place')
    .where('place_id', '=', placeId)
    .set({ ...columnsOf(fields), active, version, changed_at: now })
    .execute();
  await tx.deleteFrom('place_name').where('place_id', '=', placeId).execute();
  await writeNames(tx, placeId, fields);
  await writeChange(tx, placeId, version, changed.authorId, changed.old, { ...fields, active }, now);
}

async function writeNames(tx: Tx, placeId: number, fields: PlaceFields): Promise<void> {
  const rows = nameRows(fields).map((row) => ({
    place_id: placeId,
    name_id: row.nameId,
    name: row.name,
    language: row.language,
    normalised: row.normalised,
    skeletons: row.skeletons,
  }));
  await tx.insertInto('place_name').values(rows).execute();
}

async function writeChange(
  tx: Tx,
  placeId: number,
  version: number,
  authorId: string,
  old: object | null,
  fields: object,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('place_change')
    .values({
      place_id: placeId,
      version,
      author_id: authorId,
      old_values: old && JSON.stringify(old),
      new_values: JSON.stringify(fields),
      at,
    })
    .execute();
}
