import type { Right } from '@marsad/contract/administration/rights.ts';
import { type Insertable, type Kysely, sql } from 'kysely';
import type { DB } from '../../../platform/db/schema.generated.ts';

type Db = Kysely<DB>;

export async function loadUnits(db: Db) {
  return db
    .selectFrom('org_unit')
    .orderBy('unit_id')
    .select([
      'unit_id as unitId',
      'kind',
      'code',
      'name_ar as nameAr',
      'name_en as nameEn',
      'name_fr as nameFr',
      'parent_id as parentId',
      'force_id as forceId',
      'time_zone as timeZone',
      'population',
      'type_codes as typeCodes',
      'practice',
      'bounds',
      'valid_from as validFrom',
      'valid_to as validTo',
      'version',
    ])
    .execute();
}

export async function loadTypes(db: Db) {
  return db
    .selectFrom('incident_type')
    .orderBy('type_id')
    .select([
      'type_id as typeId',
      'code',
      'parent_id as parentId',
      'name_ar as nameAr',
      'name_en as nameEn',
      'name_fr as nameFr',
      'aliases',
      'priority',
      'origin',
      'required_fields as requiredFields',
      'selectable',
      'active',
    ])
    .execute();
}

export async function loadRoles(db: Db) {
  const rows = await db
    .selectFrom('role')
    .orderBy('role_id')
    .select([
      'role_id as roleId',
      'code',
      'name_ar as nameAr',
      'name_en as nameEn',
      'name_fr as nameFr',
      'rights',
      'shipped',
      'active',
      'version',
    ])
    .execute();
  return rows.map((row) => ({ ...row, rights: row.rights as unknown as Right[] }));
}

export async function loadLimits(db: Db) {
  return db
    .selectFrom('priority_limit')
    .select(['force_id as forceId', 'priority', 'type_id as typeId', 'response_minutes as responseMinutes'])
    .execute();
}

export async function loadDispositions(db: Db) {
  return db
    .selectFrom('disposition')
    .orderBy('disposition_id')
    .select([
      'disposition_id as dispositionId',
      'code',
      'name_ar as nameAr',
      'name_en as nameEn',
      'name_fr as nameFr',
      'offence_recorded as offenceRecorded',
      'active',
      'version',
    ])
    .execute();
}

/** The person with their posts; undefined for one who is not in service or is locked. */
export async function findPersonWithPosts(db: Db, personId: string) {
  return (await findPeopleWithPosts(db, [personId])).get(personId);
}

/** People with their posts by id; those not in service or locked are left out. */
export async function findPeopleWithPosts(db: Db, personIds: readonly string[]) {
  const people = await db
    .selectFrom('person')
    .where('person_id', '=', sql<string>`ANY (${personIds})`)
    .where(sql<boolean>`person_serves(person_id)`)
    .select([
      'person_id as personId',
      'user_name as userName',
      'name_ar as nameAr',
      'name_latin as nameLatin',
      'language',
    ])
    .execute();
  const posts = await db
    .selectFrom('post')
    .where('person_id', '=', sql<string>`ANY (${personIds})`)
    .orderBy('valid_from')
    .orderBy('post_id')
    .select([
      'person_id as personId',
      'post_id as postId',
      'role_id as roleId',
      'unit_id as unitId',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .execute();
  const postsOf = Map.groupBy(posts, (post) => post.personId);
  return new Map(
    people.map((person) => [
      person.personId,
      {
        ...person,
        language: person.language as 'ar' | 'en' | 'fr',
        posts: (postsOf.get(person.personId) ?? []).map(({ personId: _, ...post }) => post),
      },
    ]),
  );
}

const organisationLock = 0x6f726761;

/** Waits until no other transaction is changing the organisation, and keeps others waiting until this one ends. */
export async function lockOrganisation(db: Db): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${organisationLock})`.execute(db);
}

/** Writes what fields were and have become. */
export async function insertChanges(db: Db, changes: readonly Insertable<DB['organisation_change']>[]): Promise<void> {
  if (changes.length > 0)
    await db
      .insertInto('organisation_change')
      .values([...changes])
      .execute();
}

/** The newest changes of a subject, with who made them. */
export function readChanges(db: Db, subjectKind: string, subjectId: string, limit: number) {
  return db
    .selectFrom('organisation_change as c')
    .leftJoin('person as p', 'p.person_id', 'c.author_id')
    .where('c.subject_kind', '=', subjectKind)
    .where('c.subject_id', '=', subjectId)
    .orderBy('c.at', 'desc')
    .orderBy('c.change_id', 'desc')
    .limit(limit)
    .select([
      'c.change_id as changeId',
      'c.field',
      'c.old_value as oldValue',
      'c.new_value as newValue',
      'p.name_ar as authorNameAr',
      'p.name_latin as authorNameLatin',
      'c.reason',
      'c.at',
    ])
    .execute();
}

/** What was changed of some fields of a subject after a version of it, or ever where that is null: by whom, the newest first. */
export function readChangesSince(
  db: Db,
  subjectKind: string,
  subjectId: string,
  { version, fields }: { version: number | null; fields: readonly string[] },
) {
  return db
    .selectFrom('organisation_change as c')
    .leftJoin('person as p', 'p.person_id', 'c.author_id')
    .where('c.subject_kind', '=', subjectKind)
    .where('c.subject_id', '=', subjectId)
    .where('c.field', 'in', [...fields])
    .$if(version !== null, (asked) => asked.where('c.version', '>', version))
    .orderBy('c.at', 'desc')
    .orderBy('c.change_id', 'desc')
    .limit(version === null ? fields.length : 50)
    .select(['c.field', 'p.name_ar as nameAr', 'p.name_latin as nameLatin'])
    .execute();
}
