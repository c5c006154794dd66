// People and posts as they are administered.
import { type Kysely, sql } from 'kysely';
import type { DB } from '../../../platform/db/schema.generated.ts';

type Db = Kysely<DB>;

export interface PeopleFilter {
  /** Units within reach; null when every unit is. */
  reach: readonly number[] | null;
  words: readonly string[];
  /** Holds a post today at one of these. */
  unitIds: readonly number[] | null;
  roleId: number | null;
  state: 'active' | 'locked' | 'ended' | 'all';
  order: 'ar' | 'latin';
  after: { name: string; personId: string } | null;
  today: string;
  limit: number;
}

export interface PersonInList {
  personId: string;
  nameAr: string;
  nameLatin: string;
  serviceNumber: string | null;
  userName: string | null;
  active: boolean;
  locked: boolean;
  posts: { roleId: number; unitId: number }[];
}

/** A page of people, in the order of one of their names. */
export async function pageOfPeople(db: Db, filter: PeopleFilter): Promise<PersonInList[]> {
  const { reach, unitIds, roleId, after, today } = filter;
  const name = filter.order === 'ar' ? sql.ref('p.name_ar') : sql.ref('p.name_latin');
  const held = sql`o.person_id = p.person_id AND o.valid_from <= ${today} AND (o.valid_to IS NULL OR o.valid_to >= ${today})`;
  const conditions = [
    sql`true`,
    ...filter.words.map((word) => sql`p.search_text LIKE ${`%${word}%`}`),
    ...(filter.state === 'all' ? [] : [sql`p.active = ${filter.state !== 'ended'}`]),
    ...(filter.state === 'locked' ? [sql`p.locked_at IS NOT NULL`] : []),
    // Whoever never held a post belongs to no area: only who administers everything meets them.
    ...(reach === null
      ? []
      : [sql`EXISTS (SELECT 1 FROM post o WHERE o.person_id = p.person_id AND o.unit_id = ANY (${reach}::int[]))`]),
    ...(unitIds === null && roleId === null
      ? []
      : [
          sql`EXISTS (SELECT 1 FROM post o WHERE ${held} AND (${unitIds}::int[] IS NULL OR o.unit_id = ANY (${unitIds}::int[]))
            AND (${roleId}::int IS NULL OR o.role_id = ${roleId}::int))`,
        ]),
    ...(after === null ? [] : [sql`(${name}, p.person_id) > (${after.name}, ${after.personId}::uuid)`]),
  ];
  const found = await sql<PersonInList>`
    SELECT p.person_id AS "personId", p.name_ar AS "nameAr", p.name_latin AS "nameLatin", p.service_number AS "serviceNumber",
      p.user_name AS "userName", p.active, p.locked_at IS NOT NULL AS locked,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('roleId', x.role_id, 'unitId', x.unit_id)), '[]') FROM (
        SELECT o.role_id, o.unit_id FROM post o WHERE ${held} ORDER BY o.valid_from, o.post_id LIMIT 5) x) AS posts
    FROM person p WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY ${name}, p.person_id LIMIT ${filter.limit}`.execute(db);
  return found.rows;
}

const personColumns = [
  'person_id as personId',
  'name_ar as nameAr',
  'name_latin as nameLatin',
  'service_number as serviceNumber',
  'user_name as userName',
  'language',
  'active',
  'valid_from as validFrom',
  'valid_to as validTo',
  'locked_at as lockedAt',
  'version',
] as const;

export type PersonRow = NonNullable<Awaited<ReturnType<typeof findPersonRow>>>;

export function findPersonRow(db: Db, personId: string) {
  return db.selectFrom('person').where('person_id', '=', personId).select(personColumns).executeTakeFirst();
}

export type PostRow = Awaited<ReturnType<typeof readPosts>>[number];

/** Every post of a person, the newest first. */
export function readPosts(db: Db, personId: string) {
  return db
    .selectFrom('post')
    .where('person_id', '=', personId)
    .orderBy('valid_from', 'desc')
    .orderBy('post_id')
    .limit(200)
    .select([
      'post_id as postId',
      'role_id as roleId',
      'unit_id as unitId',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .execute();
}

export async function userNameTaken(db: Db, userName: string): Promise<boolean> {
  const person = await db.selectFrom('person').where('user_name', '=', userName).select('person_id').executeTakeFirst();
  if (person) return true;
  return (
    (await db.selectFrom('auth_user').where('username', '=', userName).select('id').executeTakeFirst()) !== undefined
  );
}

export interface PersonFields {
  nameAr: string;
  nameLatin: string;
  serviceNumber: string | null;
  language: string;
}

export async function insertPerson(
  db: Db,
  person: PersonFields & { personId: string; userName: string | null; validFrom: string; searchText: string },
): Promise<void> {
  await db
    .insertInto('person')
    .values({
      person_id: person.personId,
      user_name: person.userName,
      name_ar: person.nameAr,
      name_latin: person.nameLatin,
      service_number: person.serviceNumber,
      language: person.language,
      valid_from: person.validFrom,
      search_text: person.searchText,
    })
    .execute();
}

/** Writes a person's particulars; returns their version. */
export async function updatePerson(
  db: Db,
  personId: string,
  fields: PersonFields,
  searchText: string,
): Promise<number> {
  const { version } = await db
    .updateTable('person')
    .where('person_id', '=', personId)
    .set((row) => ({
      name_ar: fields.nameAr,
      name_latin: fields.nameLatin,
      service_number: fields.serviceNumber,
      language: fields.language,
      search_text: searchText,
      version: row('version', '+', 1),
    }))
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

export async function updateUserName(db: Db, personId: string, userName: string, searchText: string): Promise<void> {
  await db
    .updateTable('person')
    .where('person_id', '=', personId)
    .set({ user_name: userName, search_text: searchText })
    .execute();
}

/** Sets when a person's service ends (null: it does not), and whether they are in it. */
export async function updateService(db: Db, personId: string, lastDay: string | null, active: boolean): Promise<void> {
  await db.updateTable('person').where('person_id', '=', personId).set({ valid_to: lastDay, active }).execute();
}

/** Locks an account since `lockedAt`, or unlocks it. */
export async function updateLock(db: Db, personId: string, lockedAt: Date | null): Promise<void> {
  await db
    .updateTable('person')
    .where('person_id', '=', personId)
    .set({ locked_at: lockedAt })
    .executeTakeFirstOrThrow();
}

export async function insertPost(
  db: Db,
  post: { postId: string; personId: string; roleId: number; unitId: number; validFrom: string; validTo: string | null },
): Promise<void> {
  await db
    .insertInto('post')
    .values({
      post_id: post.postId,
      person_id: post.personId,
      role_id: post.roleId,
      unit_id: post.unitId,
      valid_from: post.validFrom,
      valid_to: post.validTo,
    })
    .execute();
}

export async function updatePostEnd(db: Db, postId: string, lastDay: string): Promise<void> {
  await db.updateTable('post').where('post_id', '=', postId).set({ valid_to: lastDay }).execute();
}

/** Who can administer people without end: active, able to sign in, with a role in use. */
export async function readAdministrators(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('post as o')
    .innerJoin('person as p', 'p.person_id', 'o.person_id')
    .innerJoin('role as r', 'r.role_id', 'o.role_id')
    .where('p.active', '=', true)
    .where('p.valid_to', 'is', null)
    .where('p.locked_at', 'is', null)
    .where('p.user_name', 'is not', null)
    .where('r.active', '=', true)
    .where('o.valid_to', 'is', null)
    .where(sql<boolean>`r.rights @> '[{"action": "people.manage"}]'::jsonb`)
    .select('p.person_id as personId')
    .distinct()
    .execute();
  return new Set(rows.map((row) => row.personId));
}
