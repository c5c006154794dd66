import type { AreaGeometry } from '@marsad/contract/platform/geometry.ts';
import { type Kysely, sql } from 'kysely';
import type { DB } from '../../../platform/db/schema.generated.ts';

type Db = Kysely<DB>;

const ofForce = (db: Db, forceId: number, today: string) =>
  db
    .selectFrom('org_unit_area as a')
    .innerJoin('org_unit as u', 'u.unit_id', 'a.unit_id')
    .where('u.force_id', '=', forceId)
    .where('a.valid_from', '<=', today)
    .where((eb) => eb.or([eb('a.valid_to', 'is', null), eb('a.valid_to', '>=', today)]))
    .where((eb) => eb.or([eb('u.valid_to', 'is', null), eb('u.valid_to', '>=', today)]));

/** What stands for the areas of a force on a day: changes whenever one of them begins, ends, or its unit moves. */
export async function areasStamp(db: Db, forceId: number, today: string): Promise<string> {
  const row = await ofForce(db, forceId, today)
    .select(
      sql<string>`md5(coalesce(string_agg(a.area_id || ':' || u.unit_id || ':' || coalesce(u.parent_id, 0), ',' ORDER BY a.area_id), ''))`.as(
        'stamp',
      ),
    )
    .executeTakeFirstOrThrow();
  return row.stamp;
}

/** The areas of a force's units on a day, in full. */
export async function loadAreas(db: Db, forceId: number, today: string) {
  const rows = await ofForce(db, forceId, today)
    .orderBy('u.unit_id')
    .orderBy('a.area_id')
    .select(['u.unit_id as unitId', 'u.kind', 'u.parent_id as parentId', 'a.geometry'])
    .execute();
  return rows.map((row) => {
    const { type, coordinates } = row.geometry as unknown as { type: string; coordinates: unknown };
    const geometry = { type: 'MultiPolygon', coordinates: type === 'Polygon' ? [coordinates] : coordinates };
    return { ...row, geometry: geometry as AreaGeometry };
  });
}
