import type { Kysely } from 'kysely';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { DB } from '../../../platform/db/schema.generated.ts';

/** Returns the root of the first force, making it where there is none. */
export async function insertForce(
  owner: pg.Pool,
  force: { code: string; nameAr: string; nameEn: string; nameFr: string; timeZone: string },
): Promise<number> {
  const found = await owner.query("SELECT unit_id FROM org_unit WHERE kind = 'force' ORDER BY unit_id LIMIT 1");
  if (found.rows[0]) return found.rows[0].unit_id;
  const made = await owner.query(
    `WITH n AS (SELECT nextval(pg_get_serial_sequence('org_unit', 'unit_id'))::int AS id)
     INSERT INTO org_unit (unit_id, kind, code, name_ar, name_en, name_fr, force_id, time_zone)
     SELECT id, 'force', $1, $2, $3, $4, id, $5 FROM n RETURNING unit_id`,
    [force.code, force.nameAr, force.nameEn, force.nameFr, force.timeZone],
  );
  return made.rows[0].unit_id;
}

/** Inserts a person with the post of administrator at the force, and the audit entry of it. Returns false when the name is taken. */
export async function insertAdministrator(
  owner: pg.Pool,
  person: { personId: string; userName: string; nameAr: string; nameLatin: string; forceId: number },
): Promise<boolean> {
  const made = await owner.query(
    `WITH p AS (
       INSERT INTO person (person_id, user_name, name_ar, name_latin) VALUES ($1, $2, $3, $4)
       ON CONFLICT (user_name) DO NOTHING RETURNING person_id
     ), post AS (
       INSERT INTO post (post_id, person_id, role_id, unit_id, valid_from)
       SELECT $5, person_id, (SELECT role_id FROM role WHERE code = 'administrator'), $6, current_date FROM p
     ), audit AS (
       INSERT INTO audit_entry (at, kind, action, person_id, unit_id, subject_kind, subject_id, reason)
       SELECT now(), 'alteration', 'account.administrator_made', NULL, $6, 'person', person_id::text, 'terminal' FROM p
     )
     SELECT person_id FROM p`,
    [person.personId, person.userName, person.nameAr, person.nameLatin, uuidv7(), person.forceId],
  );
  return made.rowCount === 1;
}

/** Returns the person of a user name, or without one the first administrator; undefined where there is none. */
export async function findTerminalPerson(db: Kysely<DB>, userName: string | undefined): Promise<string | undefined> {
  const found = await db
    .selectFrom('person')
    .innerJoin('post', 'post.person_id', 'person.person_id')
    .innerJoin('role', 'role.role_id', 'post.role_id')
    .where('person.active', '=', true)
    .where((where) => (userName ? where('person.user_name', '=', userName) : where('role.code', '=', 'administrator')))
    .orderBy('person.person_id')
    .select('person.person_id as personId')
    .limit(1)
    .executeTakeFirst();
  return found?.personId;
}
