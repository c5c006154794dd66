// Who and what is at home in units: page by page.
import { type Kysely, sql } from 'kysely';
import type { DB } from '../../../platform/db/schema.generated.ts';

type Db = Kysely<DB>;

interface PostsAsked {
  unitIds: readonly number[];
  /** Only posts held on this day; null for all. */
  on: string | null;
  order: 'ar' | 'latin';
  after: { name: string; postId: string } | null;
  limit: number;
}

/** Posts at units by the name of who holds them. */
export function pageOfPosts(db: Db, { unitIds, on, order, after, limit }: PostsAsked) {
  // By code point and the id as text, in the order as in the cursor: a page begins where the last one ended.
  const name = sql<string>`${sql.ref(order === 'ar' ? 'p.name_ar' : 'p.name_latin')} COLLATE "C"`;
  let asked = db
    .selectFrom('post as o')
    .innerJoin('person as p', 'p.person_id', 'o.person_id')
    .innerJoin('role as r', 'r.role_id', 'o.role_id')
    .where('o.unit_id', 'in', [...unitIds]);
  if (on !== null)
    asked = asked
      .where('o.valid_from', '<=', on)
      .where((where) => where.or([where('o.valid_to', 'is', null), where('o.valid_to', '>=', on)]));
  if (after) asked = asked.where(sql<boolean>`(${name}, o.post_id::text) > (${after.name}, ${after.postId})`);
  return asked
    .orderBy(name)
    .orderBy(sql`o.post_id::text`)
    .limit(limit)
    .select([
      'o.post_id as postId',
      'o.person_id as personId',
      'p.name_ar as personNameAr',
      'p.name_latin as personNameLatin',
      'r.name_ar as roleNameAr',
      'r.name_en as roleNameEn',
      'r.name_fr as roleNameFr',
      'o.unit_id as unitId',
      'o.valid_from as validFrom',
      'o.valid_to as validTo',
    ])
    .execute();
}

/** Which roles are held at units on a day or later. */
export function rolesHeldAt(db: Db, unitIds: readonly number[], today: string) {
  return db
    .selectFrom('post')
    .where('unit_id', 'in', [...unitIds])
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', today)]))
    .distinct()
    .select(['role_id as roleId', 'unit_id as unitId'])
    .execute();
}

interface PatrolUnitsAsked {
  unitIds: readonly number[];
  after: { callSign: string; id: string } | null;
  limit: number;
}

/** Patrol units whose room or station is one of the units, by call sign. */
export function pageOfPatrolUnits(db: Db, { unitIds, after, limit }: PatrolUnitsAsked) {
  const callSign = sql<string>`call_sign COLLATE "C"`;
  const ids = [...unitIds];
  let asked = db
    .selectFrom('patrol_unit')
    .where((where) => where.or([where('room_id', 'in', ids), where('station_id', 'in', ids)]));
  if (after) asked = asked.where(sql<boolean>`(${callSign}, patrol_unit_id::text) > (${after.callSign}, ${after.id})`);
  return asked
    .orderBy(callSign)
    .orderBy(sql`patrol_unit_id::text`)
    .limit(limit)
    .select([
      'patrol_unit_id as patrolUnitId',
      'call_sign as callSign',
      'kind',
      'room_id as roomId',
      'station_id as stationId',
      'active',
      'version',
    ])
    .execute();
}
