import { startingLimits } from '@marsad/contract/administration/reference/starting-limits.ts';
import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';
import { type Kysely, sql } from 'kysely';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { lockedByAttempts } from '../../../platform/auth/attempts.ts';
import { secondFactorAttempts } from '../../../platform/auth/sign-in.ts';
import type { DB } from '../../../platform/db/schema.generated.ts';

/** Returns the root of the first force, making it, with the limits it begins with, where there is none. */
export async function insertForce(
  owner: pg.Pool,
  force: { code: string; nameAr: string; nameEn: string; nameFr: string; timeZone: string },
): Promise<number> {
  const found = await owner.query("SELECT unit_id FROM org_unit WHERE kind = 'force' ORDER BY unit_id LIMIT 1");
  if (found.rows[0]) return found.rows[0].unit_id;
  const made = await owner.query(
    `WITH n AS (SELECT nextval(pg_get_serial_sequence('org_unit', 'unit_id'))::int AS id), made AS (
       INSERT INTO org_unit (unit_id, kind, code, name_ar, name_en, name_fr, force_id, time_zone)
       SELECT id, 'force', $1, $2, $3, $4, id, $5 FROM n RETURNING unit_id
     ), limits AS (
       INSERT INTO priority_limit (force_id, priority, response_minutes)
       SELECT unit_id, priority, minutes FROM made, unnest($6::int[], $7::int[]) AS given(priority, minutes)
     )
     SELECT unit_id FROM made`,
    [
      force.code,
      force.nameAr,
      force.nameEn,
      force.nameFr,
      force.timeZone,
      [...startingLimits.keys()],
      [...startingLimits.values()],
    ],
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
       INSERT INTO person (person_id, user_name, name_ar, name_latin, search_text) VALUES ($1, $2, $3, $4, $7)
       ON CONFLICT (user_name) DO NOTHING RETURNING person_id
     ), post AS (
       INSERT INTO post (post_id, person_id, role_id, unit_id, valid_from)
       SELECT $5, person_id, (SELECT role_id FROM role WHERE code = 'administrator'), $6, current_date FROM p
     ), audit AS (
       INSERT INTO audit_entry (at, kind, action, person_id, unit_id, subject_kind, subject_id, source_address)
       SELECT now(), 'alteration', 'account.administrator_made', NULL, $6, 'person', person_id::text, 'terminal' FROM p
     )
     SELECT person_id FROM p`,
    [
      person.personId,
      person.userName,
      person.nameAr,
      person.nameLatin,
      uuidv7(),
      person.forceId,
      personSearchText({ ...person, serviceNumber: null }),
    ],
  );
  return made.rowCount === 1;
}

/** Returns the person of a user name, or without one the first who is administrator today; undefined where there is none. */
export async function findTerminalPerson(db: Kysely<DB>, userName: string | undefined): Promise<string | undefined> {
  const serving = db.selectFrom('person').where(sql<boolean>`person_serves(person.person_id)`);
  const found = await (userName
    ? serving.where('person.user_name', '=', userName)
    : serving
        .innerJoin('post', 'post.person_id', 'person.person_id')
        .innerJoin('role', 'role.role_id', 'post.role_id')
        .innerJoin('org_unit', 'org_unit.unit_id', 'post.unit_id')
        .where('role.code', '=', 'administrator')
        .where('role.active', '=', true)
        .where(
          sql<boolean>`(now() AT TIME ZONE org_unit.time_zone)::date BETWEEN post.valid_from AND coalesce(post.valid_to, 'infinity')`,
        )
        .orderBy('person.person_id')
  )
    .select('person.person_id as personId')
    .limit(1)
    .executeTakeFirst();
  return found?.personId;
}

/** What a search of people compares: Arabic name, Latin name, service number, user name. */
export function personSearchText(person: {
  nameAr: string;
  nameLatin: string;
  serviceNumber: string | null;
  userName: string | null;
}): string {
  return normaliseForSearch(
    [person.nameAr, person.nameLatin, person.serviceNumber ?? '', person.userName ?? ''].join(' '),
  );
}

const fillBatch = 1_000;

/** Gives people who came in otherwise (practice force, older versions) the text that a search compares. As the owner. */
export async function fillSearchText(owner: pg.Pool): Promise<void> {
  for (;;) {
    const found = await owner.query(
      `SELECT person_id AS "personId", name_ar AS "nameAr", name_latin AS "nameLatin", service_number AS "serviceNumber",
        user_name AS "userName" FROM person WHERE search_text = '' ORDER BY person_id LIMIT ${fillBatch}`,
    );
    if (found.rows.length === 0) return;
    await owner.query(
      `UPDATE person p SET search_text = t.text FROM unnest($1::uuid[], $2::text[]) AS t(id, text) WHERE p.person_id = t.id`,
      // A name of signs alone compares as nothing: the user would be looked at again for ever.
      [found.rows.map((row) => row.personId), found.rows.map((row) => personSearchText(row) || '-')],
    );
  }
}

export interface AccountState {
  exists: boolean;
  secondFactor: boolean;
  openSessions: number;
  lockedByAttempts: boolean;
  /** An administrator set the password, and its person has not yet chosen their own. */
  temporaryPassword: boolean;
}

/** The state of a person's sign-in account. */
export async function readAccount(db: Kysely<DB>, personId: string, now: Date): Promise<AccountState> {
  const user = await db
    .selectFrom('auth_user')
    .where('id', '=', personId)
    .select((column) => [
      'two_factor_enabled as secondFactor',
      'password_temporary as temporaryPassword',
      column
        .selectFrom('auth_session')
        .whereRef('auth_session.user_id', '=', 'auth_user.id')
        .where('expires_at', '>', now.toISOString())
        .select(sql<number>`count(*)`.as('n'))
        .as('openSessions'),
      lockedByAttempts([sql.ref('auth_user.username'), secondFactorAttempts(personId)], now).as('locked'),
    ])
    .executeTakeFirst();
  return {
    exists: user !== undefined,
    secondFactor: user?.secondFactor ?? false,
    openSessions: Number(user?.openSessions ?? 0),
    lockedByAttempts: user?.locked ?? false,
    temporaryPassword: user?.temporaryPassword ?? false,
  };
}

/** Makes a sign-in account within a command, with a temporary password. `hashed` is Argon2id of it. */
export async function insertAccount(
  db: Kysely<DB>,
  account: { personId: string; userName: string; name: string; hashed: string },
): Promise<void> {
  const { personId, userName, name, hashed } = account;
  await db
    .insertInto('auth_user')
    .values({
      id: personId,
      name,
      email: `${userName}@accounts.marsad.invalid`,
      username: userName,
      display_username: userName,
      password_temporary: true,
    })
    .execute();
  await db
    .insertInto('auth_account')
    .values({ id: personId, account_id: personId, provider_id: 'credential', user_id: personId, password: hashed })
    .execute();
}

/** Gives an account a temporary password. `hashed` is Argon2id of it. */
export async function updatePassword(db: Kysely<DB>, personId: string, hashed: string): Promise<void> {
  await db.updateTable('auth_user').where('id', '=', personId).set({ password_temporary: true }).execute();
  await db
    .updateTable('auth_account')
    .where('user_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .set({ password: hashed })
    .execute();
}

/** Ends every open session of a person: the next request finds nobody signed in. */
export async function deleteSessions(db: Kysely<DB>, personId: string): Promise<void> {
  await db.deleteFrom('auth_session').where('user_id', '=', personId).execute();
}

/** Forgives wrong attempts at a person's password and second step. */
export async function deleteAttempts(db: Kysely<DB>, personId: string, userName: string): Promise<void> {
  await db
    .deleteFrom('sign_in_failure')
    .where('user_name', 'in', [userName, secondFactorAttempts(personId)])
    .execute();
}
