// Units as they are administered: placements, areas, what stands in the way of ending them.

import type { AreaGeometry } from '@marsad/contract/platform/geometry.ts';
import { type Kysely, sql } from 'kysely';
import type { DB } from '../../../platform/db/schema.generated.ts';

type Db = Kysely<DB>;

export interface NewUnit {
  kind: string;
  code: string;
  nameAr: string;
  nameEn: string;
  nameFr: string;
  parentId: number;
  forceId: number;
  timeZone: string;
  population: number | null;
  typeCodes: string[];
  practice: boolean;
  validFrom: string;
}

/** Inserts a unit and its first placement; returns its id. */
export async function insertUnit(db: Db, unit: NewUnit): Promise<number> {
  const made = await db
    .insertInto('org_unit')
    .values({
      kind: unit.kind,
      code: unit.code,
      name_ar: unit.nameAr,
      name_en: unit.nameEn,
      name_fr: unit.nameFr,
      parent_id: unit.parentId,
      force_id: unit.forceId,
      time_zone: unit.timeZone,
      population: unit.population,
      type_codes: unit.typeCodes,
      practice: unit.practice,
      valid_from: unit.validFrom,
    })
    .returning('unit_id')
    .executeTakeFirstOrThrow();
  await insertPlacement(db, made.unit_id, unit.parentId, unit.validFrom);
  return made.unit_id;
}

export interface UnitFields {
  nameAr: string;
  nameEn: string;
  nameFr: string;
  population: number | null;
  typeCodes: string[];
}

export async function updateUnit(db: Db, unitId: number, fields: UnitFields): Promise<void> {
  await db
    .updateTable('org_unit')
    .where('unit_id', '=', unitId)
    .set({
      name_ar: fields.nameAr,
      name_en: fields.nameEn,
      name_fr: fields.nameFr,
      population: fields.population,
      type_codes: fields.typeCodes,
    })
    .executeTakeFirstOrThrow();
}

/** A unit was changed, in its own fields or in its dated places and areas; returns its version. */
export async function riseVersion(db: Db, unitId: number): Promise<number> {
  const { version } = await db
    .updateTable('org_unit')
    .where('unit_id', '=', unitId)
    .set((row) => ({ version: row('version', '+', 1) }))
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

export async function updateParent(db: Db, unitId: number, parentId: number): Promise<void> {
  await db.updateTable('org_unit').where('unit_id', '=', unitId).set({ parent_id: parentId }).execute();
}

/** Ends a unit with a day; null takes its end back. */
export async function updateEnd(db: Db, unitId: number, lastDay: string | null): Promise<void> {
  await db.updateTable('org_unit').where('unit_id', '=', unitId).set({ valid_to: lastDay }).execute();
}

export async function updateBounds(db: Db, unitId: number, bounds: readonly number[]): Promise<void> {
  await db
    .updateTable('org_unit')
    .where('unit_id', '=', unitId)
    .set({ bounds: [...bounds] })
    .execute();
}

/** Where a unit stood, the newest first. Empty for one that never moved and was not made on a screen. */
export function readPlacements(db: Db, unitId: number) {
  return db
    .selectFrom('org_unit_placement as p')
    .innerJoin('org_unit as u', 'u.unit_id', 'p.parent_id')
    .where('p.unit_id', '=', unitId)
    .orderBy('p.valid_from', 'desc')
    .limit(200)
    .select([
      'p.parent_id as parentId',
      'u.code',
      'u.name_ar as nameAr',
      'u.name_en as nameEn',
      'u.name_fr as nameFr',
      'p.valid_from as validFrom',
      'p.valid_to as validTo',
    ])
    .execute();
}

export async function insertPlacement(
  db: Db,
  unitId: number,
  parentId: number,
  from: string,
  to: string | null = null,
) {
  await db
    .insertInto('org_unit_placement')
    .values({ unit_id: unitId, parent_id: parentId, valid_from: from, valid_to: to })
    .execute();
}

/** Ends the placement that began on `from` with `lastDay`; null opens it again. */
export async function endPlacement(db: Db, unitId: number, from: string, lastDay: string | null): Promise<void> {
  await db
    .updateTable('org_unit_placement')
    .where('unit_id', '=', unitId)
    .where('valid_from', '=', from)
    .set({ valid_to: lastDay })
    .execute();
}

/** Takes away a placement that has not begun. */
export async function deletePlacement(db: Db, unitId: number, from: string): Promise<void> {
  await db
    .deleteFrom('org_unit_placement')
    .where('unit_id', '=', unitId)
    .where('valid_from', '=', from)
    .executeTakeFirstOrThrow();
}

type Placement = Awaited<ReturnType<typeof readPlacements>>[number];

/**
 * Of placements, the newest first: the one that is planned, and the one that holds until then. The first placement is where the
 * unit begins, whenever that is; a later one that has not begun is a plan.
 */
export function plannedMove(placed: readonly Placement[], today: string): { plan?: Placement; held?: Placement } {
  const [newest, before] = placed;
  if (newest && before && newest.validFrom > today) return { plan: newest, held: before };
  return newest ? { held: newest } : {};
}

/** Puts another plan in the place of one that has not begun. */
export async function replacePlacement(db: Db, unitId: number, planned: string, parentId: number, from: string) {
  await db
    .updateTable('org_unit_placement')
    .where('unit_id', '=', unitId)
    .where('valid_from', '=', planned)
    .set({ parent_id: parentId, valid_from: from })
    .execute();
}

/** The areas of a unit without their outlines, the newest first. */
export async function readAreas(db: Db, unitId: number) {
  const corners = sql<number>`(SELECT coalesce(sum(jsonb_array_length(ring)), 0)::int FROM jsonb_array_elements(
    CASE geometry->>'type' WHEN 'Polygon' THEN jsonb_build_array(geometry->'coordinates') ELSE geometry->'coordinates' END) AS polygon,
    jsonb_array_elements(polygon) AS ring)`;
  return db
    .selectFrom('org_unit_area')
    .where('unit_id', '=', unitId)
    .orderBy('valid_from', 'desc')
    .limit(50)
    .select(['area_id as areaId', 'valid_from as validFrom', 'valid_to as validTo', corners.as('positionCount')])
    .execute();
}

/** The outlines of units on a day. */
export async function readGeometries(db: Db, unitIds: readonly number[], on: string) {
  const rows = await db
    .selectFrom('org_unit_area')
    .where('unit_id', 'in', [...unitIds])
    .where('valid_from', '<=', on)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', on)]))
    .distinctOn('unit_id')
    .orderBy('unit_id')
    .orderBy('valid_from', 'desc')
    .select(['unit_id as unitId', 'geometry'])
    .execute();
  return rows.map((row) => ({ unitId: row.unitId, geometry: row.geometry as unknown }));
}

/** Ids of units that have an area that has not ended. */
export async function unitsWithArea(db: Db): Promise<Set<number>> {
  const rows = await db
    .selectFrom('org_unit_area')
    .where('valid_to', 'is', null)
    .select('unit_id as unitId')
    .distinct()
    .execute();
  return new Set(rows.map((row) => row.unitId));
}

export async function insertArea(db: Db, unitId: number, geometry: AreaGeometry, from: string): Promise<number> {
  const made = await db
    .insertInto('org_unit_area')
    .values({ unit_id: unitId, geometry: JSON.stringify(geometry), valid_from: from })
    .returning('area_id')
    .executeTakeFirstOrThrow();
  return made.area_id;
}

export async function endArea(db: Db, areaId: number, lastDay: string): Promise<void> {
  await db.updateTable('org_unit_area').where('area_id', '=', areaId).set({ valid_to: lastDay }).execute();
}

/** Puts another outline in the place of a planned one. */
export async function replaceArea(db: Db, areaId: number, geometry: AreaGeometry, from: string): Promise<void> {
  await db
    .updateTable('org_unit_area')
    .where('area_id', '=', areaId)
    .set({ geometry: JSON.stringify(geometry), valid_from: from })
    .execute();
}

/** What would be left without a unit that ended with `lastDay`. */
export async function countInUse(db: Db, unitId: number, lastDay: string) {
  const found = await sql<{ children: number; posts: number; incidents: number; patrol_units: number }>`
    SELECT children, posts, incidents, patrol_units FROM unit_in_use(${unitId}, ${lastDay}::date)`.execute(db);
  const row = found.rows[0];
  return {
    children: row?.children ?? 0,
    posts: row?.posts ?? 0,
    incidents: row?.incidents ?? 0,
    patrolUnits: row?.patrol_units ?? 0,
  };
}

/**
 * Brings the tree up to a moment: moves whose day has come take effect. Run as the owner by every server; whoever is
 * first does it, and the event tells the others. Returns how many units moved.
 */
export async function applyPlacements(
  owner: { query(text: string, values: unknown[]): Promise<{ rowCount: number | null }> },
  now: Date,
) {
  const moved = await owner.query(
    `WITH due AS (
       UPDATE org_unit u SET parent_id = p.parent_id FROM org_unit_placement p
       WHERE p.unit_id = u.unit_id AND p.parent_id IS DISTINCT FROM u.parent_id
         AND p.valid_from <= ($1::timestamptz AT TIME ZONE u.time_zone)::date
         AND (p.valid_to IS NULL OR p.valid_to >= ($1::timestamptz AT TIME ZONE u.time_zone)::date)
       RETURNING u.unit_id
     ), ended AS (
       UPDATE person SET active = false
       WHERE active AND valid_to IS NOT NULL AND valid_to < ($1::timestamptz AT TIME ZONE 'UTC')::date - 1
       RETURNING person_id
     )
     INSERT INTO event_outbox (kind, payload, at)
     SELECT 'organisation.day_came', jsonb_build_object('units', (SELECT count(*) FROM due)), $1
     WHERE EXISTS (SELECT 1 FROM due) OR EXISTS (SELECT 1 FROM ended)`,
    [now],
  );
  return moved.rowCount ?? 0;
}
