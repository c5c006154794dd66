// The second wall before everything that is no part of an incident: as the runtime role, with no operation in between, what an
// action does in its area is done; elsewhere, under another action and without a scope nothing is.
import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectClient } from '../../src/platform/db/pools.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { idOf } from './places.ts';
import { unwalled, walls } from './wall-tables.ts';

const me = idOf('every table', 'me');
const mate = idOf('every table', 'mate');
const far = idOf('every table', 'far');
const fresh = idOf('every table', 'fresh');

let server: TestServer;
let owner: pg.Client;
let runtime: pg.Client;
let here: number;
let there: number;
let forceId: number;

beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  owner = await connectClient(server.ownerUrl, 'tests');
  runtime = await connectClient(server.runtimeUrl, 'tests');
  [here, there, forceId] = [server.unit('TRI'), server.unit('SID'), server.unit('PRA')];
  await addPeople();
  await addRest();
}, 60_000);
afterAll(async () => {
  await runtime.end();
  await owner.end();
  await server.close();
});

/** Two at the room, one of them acting, and one elsewhere, each with all means of signing in. */
async function addPeople(): Promise<void> {
  for (const [id, unit] of [
    [me, here],
    [mate, here],
    [far, there],
  ] as const) {
    const name = id.slice(0, 8);
    await owner.query(
      `WITH p AS (INSERT INTO person (person_id, user_name, name_ar, name_latin) VALUES ($1, $2, 'x', 'x')),
         o AS (INSERT INTO post (post_id, person_id, role_id, unit_id, valid_from) VALUES ($1, $1, (SELECT min(role_id) FROM role), $3, '2020-01-01')),
         u AS (INSERT INTO auth_user (id, name, email, username) VALUES ($1::text, 'x', $2, $2)),
         a AS (INSERT INTO auth_account (id, account_id, provider_id, user_id, password) VALUES ($1::text, $1::text, 'credential', $1::text, 'x')),
         s AS (INSERT INTO auth_session (id, expires_at, token, user_id) VALUES ($1::text, now(), $2, $1::text)),
         f AS (INSERT INTO auth_two_factor (id, secret, backup_codes, user_id) VALUES ($1::text, 'x', 'x', $1::text)),
         t AS (INSERT INTO sign_in_failure (user_name, at) VALUES ($2, now()), ('second-step:' || $1::text, now())),
         c AS (INSERT INTO command (command_id, name, person_id, response, made_at, received_at) VALUES ($1, 'x', $1, '{}', now(), now())),
         m AS (INSERT INTO import_mapping (name, mapping, force_code, person_id, changed_at) VALUES ($2, '{}', $2, $1, now())),
         i AS (INSERT INTO import_file (file_id, file_name, byte_count, sha256, person_id, received_at) VALUES ($1, 'x', 1, '\\x00', $1, now())),
         r AS (INSERT INTO import_run (import_id, mapping_name, mapping, file_name, person_id, status, started_at) VALUES ($1, 'x', '{}', 'x', $1, 'done', now())),
         g AS (INSERT INTO organisation_change (change_id, subject_kind, subject_id, field, at) VALUES ($1, 'person', $1::text, 'x', now()))
       INSERT INTO api_token (token_id, person_id, name, secret_digest, created_at) VALUES ($1, $1, 'x', sha256($1::text::bytea), now())`,
      [id, name, unit],
    );
  }
}

/** Of each room: a landmark, a number given, entries of the log; a second force with a unit on patrol. */
async function addRest(): Promise<void> {
  await owner.query(
    "INSERT INTO org_unit_placement (unit_id, parent_id, valid_from) VALUES ($1, $3, '2050-01-01'), ($2, $3, '2050-01-01')",
    [here, there, forceId],
  );
  for (const unit of [here, there]) {
    await owner.query(
      `WITH p AS (INSERT INTO place (place_id, source, source_id, longitude, latitude, kind, force_id, unit_id)
           VALUES ($1::int + 900000, 'test', $1::int::text, 35, 34, 'marsad.landmark', $2, $1)),
         s AS (INSERT INTO incident_serial (room_id, year, last_serial) VALUES ($1, 98, 1))
       INSERT INTO audit_entry (at, kind, action, subject_kind, subject_id, unit_id) VALUES (now(), 'alteration', 'test.trial', 'unit', $1::int::text, $1)`,
      [unit, forceId],
    );
  }
  await owner.query(
    `WITH f AS (INSERT INTO org_unit (unit_id, kind, code, name_ar, name_en, name_fr, force_id, time_zone) VALUES (90001, 'force', 'OTH', 'x', 'x', 'x', 90001, 'UTC')),
       r AS (INSERT INTO org_unit (unit_id, kind, code, name_ar, name_en, name_fr, parent_id, force_id, time_zone) VALUES (90002, 'operations_room', 'OTR', 'x', 'x', 'x', 90001, 90001, 'UTC'))
     INSERT INTO patrol_unit (room_id, call_sign) VALUES (90002, 'OTHER')`,
  );
  const entry = 'INSERT INTO audit_entry (at, kind, action, person_id, subject_kind, subject_id)';
  await owner.query(
    `${entry} VALUES (now(), 'access', 'test.trial', $1, 'account', 'mate'), (now(), 'access', 'test.trial', $2, 'account', 'far'),
    ('2019-06-01', 'access', 'test.trial', $1, 'account', 'before'), (now(), 'access', 'test.trial', NULL, 'account', 'nobody')`,
    [mate, far],
  );
}

type Outcome = 'done' | 'nothing';

interface As {
  action: string;
  /** Where the action reaches; the same for reading and writing. */
  units: number[];
}

async function inScope<Result>(as: As | null, work: () => Promise<Result>): Promise<Result> {
  await runtime.query('BEGIN');
  try {
    if (as)
      await runtime.query(
        `SELECT set_config('marsad.person_id', $1, true), set_config('marsad.action', $2, true), set_config('marsad.action_units', $3, true),
           set_config('marsad.read_units', $3, true), set_config('marsad.write_units', $3, true)`,
        [me, as.action, `{${as.units}}`],
      );
    return await work();
  } finally {
    await runtime.query('ROLLBACK');
  }
}

/** Whether a statement touched a row. The policies and grants refuse with one code; any other failure is the trial's own fault. */
function outcomeOf(as: As | null, statement: string): Promise<Outcome> {
  return inScope(as, async () => {
    try {
      return (await runtime.query(statement)).rowCount === 0 ? 'nothing' : 'done';
    } catch (error) {
      if ((error as { code?: string }).code === '42501') return 'nothing';
      throw error;
    }
  });
}

interface Trial {
  table: string;
  action: string;
  /** For a unit and a person of it. */
  statement(unit: number, person: string): string;
  /** `everywhere`: only who reaches every force may; `mine`: only with oneself; else in one's area. */
  reach?: 'everywhere' | 'force' | 'mine';
  /** Under any action whose area it is in. */
  anyAction?: boolean;
}

const q = (text: string): string => `'${text}'`;
const insertUnit = (kind: string, parent: string, force: string) => (unit: number) =>
  `INSERT INTO org_unit (kind, code, name_ar, name_en, name_fr, parent_id, force_id, time_zone)
   VALUES ('${kind}', 'new', 'x', 'x', 'x', ${parent.replace('$', String(unit))}, ${force}, 'UTC')`;
const insertChange =
  (kind: string, subject: (unit: number, person: string) => string) => (unit: number, person: string) =>
    `INSERT INTO organisation_change (change_id, subject_kind, subject_id, field, author_id, at) VALUES ('${fresh}', '${kind}', '${subject(unit, person)}', 'x', '${me}', now())`;

const trials: Trial[] = [
  {
    table: 'patrol_unit',
    action: 'incident.dispatch',
    anyAction: true,
    statement: (unit) => `UPDATE patrol_unit SET status_at = now() WHERE room_id = ${unit}`,
  },
  {
    table: 'patrol_unit',
    action: 'import.run',
    statement: (unit) => `INSERT INTO patrol_unit (room_id, call_sign) VALUES (${unit}, 'NEW')`,
  },
  {
    table: 'patrol_unit',
    action: 'organisation.manage',
    statement: (unit) => `INSERT INTO patrol_unit (room_id, call_sign) VALUES (${unit}, 'MADE')`,
  },
  {
    table: 'incident_serial',
    action: 'incident.log',
    anyAction: true,
    statement: (unit) => `INSERT INTO incident_serial (room_id, year, last_serial) VALUES (${unit}, 99, 1)`,
  },
  {
    table: 'incident_serial',
    action: 'incident.log',
    anyAction: true,
    statement: (unit) => `UPDATE incident_serial SET last_serial = 2 WHERE room_id = ${unit}`,
  },
  {
    table: 'org_unit',
    action: 'organisation.manage',
    statement: insertUnit('station', '$', "(SELECT force_id FROM org_unit WHERE code = 'PRA')"),
  },
  {
    table: 'org_unit',
    action: 'import.run',
    statement: insertUnit('station', '$', "(SELECT force_id FROM org_unit WHERE code = 'PRA')"),
  },
  {
    table: 'org_unit',
    action: 'import.run',
    reach: 'everywhere',
    statement: () =>
      "WITH n AS (SELECT nextval('org_unit_unit_id_seq')::int AS id) INSERT INTO org_unit (unit_id, kind, code, name_ar, name_en, name_fr, force_id, time_zone) SELECT id, 'force', 'NEW', 'x', 'x', 'x', id, 'UTC' FROM n",
  },
  {
    table: 'org_unit',
    action: 'organisation.manage',
    statement: (unit) => `UPDATE org_unit SET population = 1 WHERE parent_id = ${unit}`,
  },
  {
    table: 'org_unit',
    action: 'organisation.manage',
    statement: (unit) => `UPDATE org_unit SET population = 1 WHERE unit_id = ${unit}`,
  },
  {
    table: 'org_unit_area',
    action: 'organisation.manage',
    statement: (unit) => `INSERT INTO org_unit_area (unit_id, geometry) VALUES (${unit}, '{}')`,
  },
  {
    table: 'org_unit_placement',
    action: 'organisation.manage',
    statement: (unit) =>
      `INSERT INTO org_unit_placement (unit_id, parent_id, valid_from) VALUES (${unit}, ${unit}, '2040-01-01')`,
  },
  {
    table: 'org_unit_placement',
    action: 'organisation.manage',
    statement: (unit) => `DELETE FROM org_unit_placement WHERE unit_id = ${unit} AND valid_from = '2050-01-01'`,
  },
  {
    table: 'person',
    action: 'people.manage',
    statement: (_, person) => `UPDATE person SET name_latin = 'y' WHERE person_id = ${q(person)}`,
  },
  {
    table: 'post',
    action: 'people.manage',
    statement: (unit, person) =>
      `INSERT INTO post (post_id, person_id, role_id, unit_id, valid_from) VALUES ('${fresh}', '${person}', 1, ${unit}, '2040-01-01')`,
  },
  {
    table: 'post',
    action: 'people.manage',
    statement: (_, person) => `UPDATE post SET valid_to = '2040-01-01' WHERE person_id = ${q(person)}`,
  },
  {
    table: 'organisation_change',
    action: 'organisation.manage',
    statement: insertChange('unit', (unit) => String(unit)),
  },
  { table: 'organisation_change', action: 'people.manage', statement: insertChange('person', (_, person) => person) },
  {
    table: 'organisation_change',
    action: 'people.manage',
    statement: (_, person) => `SELECT 1 FROM organisation_change WHERE subject_id = ${q(person)}`,
  },
  {
    table: 'auth_user',
    action: 'people.manage',
    statement: (_, person) => `UPDATE auth_user SET two_factor_enabled = false WHERE id = ${q(person)}`,
  },
  {
    table: 'auth_account',
    action: 'people.manage',
    statement: (_, person) => `UPDATE auth_account SET password = 'y' WHERE user_id = ${q(person)}`,
  },
  {
    table: 'auth_account',
    action: 'people.manage',
    statement: (_, person) =>
      `INSERT INTO auth_account (id, account_id, provider_id, user_id) VALUES ('y', 'y', 'y', ${q(person)})`,
  },
  {
    table: 'auth_two_factor',
    action: 'people.manage',
    statement: (_, person) => `DELETE FROM auth_two_factor WHERE user_id = ${q(person)}`,
  },
  {
    table: 'auth_session',
    action: 'people.manage',
    statement: (_, person) => `DELETE FROM auth_session WHERE user_id = ${q(person)}`,
  },
  {
    table: 'auth_session',
    action: 'account.self',
    anyAction: true,
    reach: 'mine',
    statement: (_, person) => `SELECT token FROM auth_session WHERE user_id = ${q(person)}`,
  },
  {
    table: 'sign_in_failure',
    action: 'people.manage',
    statement: (_, person) => `DELETE FROM sign_in_failure WHERE user_name = 'second-step:${person}'`,
  },
  {
    table: 'sign_in_failure',
    action: 'people.manage',
    statement: (_, person) => `SELECT 1 FROM sign_in_failure WHERE user_name = '${person.slice(0, 8)}'`,
  },
  {
    table: 'api_token',
    action: 'people.manage',
    statement: (_, person) => `UPDATE api_token SET revoked_at = now() WHERE person_id = ${q(person)}`,
  },
  {
    table: 'api_token',
    action: 'account.self',
    anyAction: true,
    reach: 'mine',
    statement: (_, person) =>
      `INSERT INTO api_token (token_id, person_id, name, secret_digest, created_at) VALUES ('${fresh}', '${person}', 'x', '\\x01', now())`,
  },
  {
    table: 'command',
    action: 'incident.note',
    anyAction: true,
    reach: 'mine',
    statement: (_, person) => `SELECT response FROM command WHERE person_id = ${q(person)}`,
  },
  {
    table: 'command',
    action: 'incident.note',
    anyAction: true,
    reach: 'mine',
    statement: (_, person) =>
      `INSERT INTO command (command_id, name, person_id, response, made_at, received_at) VALUES ('${fresh}', 'x', '${person}', '{}', now(), now())`,
  },
  {
    table: 'audit_entry',
    action: 'incident.note',
    anyAction: true,
    reach: 'mine',
    statement: (_, person) =>
      `INSERT INTO audit_entry (at, kind, action, person_id, subject_kind, subject_id) VALUES (now(), 'access', 'x', '${person}', 'x', 'x')`,
  },
  {
    table: 'audit_entry',
    action: 'audit.read',
    statement: (unit) => `SELECT 1 FROM audit_entry WHERE unit_id = ${unit} AND action = 'test.trial'`,
  },
  {
    table: 'import_mapping',
    action: 'import.run',
    reach: 'mine',
    statement: (_, person) => `DELETE FROM import_mapping WHERE person_id = ${q(person)}`,
  },
  {
    table: 'import_mapping',
    action: 'import.run',
    reach: 'mine',
    statement: (_, person) =>
      `INSERT INTO import_mapping (name, mapping, force_code, person_id, changed_at) VALUES ('new', '{}', 'x', '${person}', now())`,
  },
  {
    table: 'import_file',
    action: 'import.run',
    anyAction: true,
    reach: 'mine',
    statement: (_, person) => `SELECT 1 FROM import_file WHERE person_id = ${q(person)}`,
  },
  {
    table: 'import_run',
    action: 'import.run',
    anyAction: true,
    reach: 'mine',
    statement: (_, person) => `UPDATE import_run SET error = 'x' WHERE person_id = ${q(person)}`,
  },
  {
    table: 'import_error',
    action: 'import.run',
    anyAction: true,
    reach: 'mine',
    statement: (_, person) =>
      `INSERT INTO import_error (import_id, error_id, line, reason) VALUES ('${person}', 1, 1, 'x')`,
  },
  {
    table: 'place',
    action: 'gazetteer.manage',
    statement: (unit) => `UPDATE place SET radius_metres = 1 WHERE unit_id = ${unit}`,
  },
  {
    table: 'place',
    action: 'gazetteer.manage',
    statement: (unit) =>
      `INSERT INTO place (source, source_id, longitude, latitude, kind, force_id, unit_id) SELECT 'test', 'new', 35, 34, 'x', force_id, unit_id FROM org_unit WHERE unit_id = ${unit}`,
  },
  {
    table: 'place_name',
    action: 'gazetteer.manage',
    statement: (unit) =>
      `INSERT INTO place_name (place_id, name_id, name, normalised) VALUES (${unit + 900_000}, 9, 'x', 'x')`,
  },
  {
    table: 'place_change',
    action: 'gazetteer.manage',
    statement: (unit) =>
      `INSERT INTO place_change (place_id, version, new_values, at) VALUES (${unit + 900_000}, 9, '{}', now())`,
  },
  { table: 'role', action: 'role.manage', reach: 'everywhere', statement: () => 'UPDATE role SET active = active' },
  {
    table: 'role',
    action: 'role.manage',
    reach: 'everywhere',
    statement: () => "INSERT INTO role (code, name_ar, name_en, name_fr, rights) VALUES ('new', 'x', 'x', 'x', '[]')",
  },
  {
    table: 'incident_type',
    action: 'reference.manage',
    reach: 'everywhere',
    statement: () => "INSERT INTO incident_type (code, name_ar, name_en, name_fr) VALUES ('new', 'x', 'x', 'x')",
  },
  {
    table: 'incident_type',
    action: 'reference.manage',
    reach: 'everywhere',
    statement: () => 'UPDATE incident_type SET active = active',
  },
  {
    table: 'disposition',
    action: 'reference.manage',
    reach: 'everywhere',
    statement: () => 'UPDATE disposition SET active = active',
  },
  {
    table: 'disposition',
    action: 'import.run',
    reach: 'force',
    statement: () => "INSERT INTO disposition (code, name_ar, name_en, name_fr) VALUES ('new', 'x', 'x', 'x')",
  },
  {
    table: 'setting',
    action: 'reference.manage',
    reach: 'everywhere',
    statement: () => "INSERT INTO setting (name, value) VALUES ('new', '1')",
  },
  {
    table: 'priority_limit',
    action: 'reference.manage',
    reach: 'force',
    statement: () =>
      `INSERT INTO priority_limit (force_id, priority, response_minutes, type_id) VALUES (${forceId}, 1, 1, 1)`,
  },
  {
    table: 'priority_limit',
    action: 'reference.manage',
    reach: 'force',
    statement: () => `DELETE FROM priority_limit WHERE force_id = ${forceId}`,
  },
];

test('every table is named with its wall, and stands behind it, its owner too', async () => {
  const found = await owner.query(
    `SELECT relname AS name, relrowsecurity AND relforcerowsecurity AS walled,
       has_table_privilege('marsad_runtime', oid, 'INSERT, UPDATE, DELETE, TRUNCATE') OR has_any_column_privilege('marsad_runtime', oid, 'INSERT, UPDATE') AS written
     FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm') ORDER BY 1`,
  );
  expect(found.rows.map((row) => row.name)).toEqual(Object.keys(walls).sort());
  expect(found.rows.filter((row) => !row.walled).map((row) => row.name)).toEqual(Object.keys(unwalled).sort());
  const readOnly = Object.keys(walls).filter((name) => walls[name] === 'read-only');
  expect(found.rows.filter((row) => !row.written).map((row) => row.name)).toEqual(readOnly.sort());
  const tried = new Set(trials.map((trial) => trial.table));
  expect(Object.keys(walls).filter((name) => walls[name] === 'action' && !tried.has(name))).toEqual([]);
});

trials.forEach((trial, index) => {
  const { table, action, reach, statement } = trial;
  test(`${table}: ${action}, trial ${index}`, async () => {
    const reached = { everywhere: [forceId, 90001], force: [forceId], mine: [here] } as const;
    const units = reach ? [...reached[reach]] : [here];
    const good = statement(here, reach === 'mine' ? me : mate);
    expect(await outcomeOf({ action, units }, good)).toBe('done');
    const bad = reach === 'everywhere' || reach === 'force' ? good : statement(there, far);
    const narrow = { everywhere: [forceId], force: [here], mine: [here] } as const;
    expect(await outcomeOf({ action, units: reach ? [...narrow[reach]] : [here] }, bad), 'elsewhere').toBe('nothing');
    expect(await outcomeOf(null, good), 'without a scope').toBe('nothing');
    expect(await outcomeOf({ action, units: [] }, bad), 'nowhere').toBe('nothing');
    if (!trial.anyAction)
      expect(await outcomeOf({ action: 'incident.read', units }, good), 'another action').toBe('nothing');
  });
});

test('a unit goes where the action reaches, and is changed where it stands, its parent within reach or not', async () => {
  const move = (child: number, parent: number) =>
    `UPDATE org_unit SET parent_id = ${parent} WHERE unit_id = (SELECT min(unit_id) FROM org_unit WHERE parent_id = ${child})`;
  const as = (units: number[]): As => ({ action: 'organisation.manage', units });
  expect(await outcomeOf(as([here, there]), move(here, there))).toBe('done');
  expect(await outcomeOf(as([here]), move(here, there)), 'away').toBe('nothing');
  expect(await outcomeOf(as([there]), move(here, there)), 'from elsewhere').toBe('nothing');
  expect(await outcomeOf(as([here]), `UPDATE org_unit SET parent_id = NULL WHERE unit_id = ${here}`), 'out').toBe(
    'nothing',
  );
});

test('units on patrol are known within the force; the log to where somebody served that day', async () => {
  const seen = (units: number[], statement: string, action = 'audit.read') =>
    inScope({ action, units }, async () => (await runtime.query(statement)).rows.map((row) => row.told).sort());
  const patrols = 'SELECT DISTINCT force_id AS told FROM patrol_unit JOIN org_unit ON unit_id = room_id';
  expect(await seen([here], patrols)).toEqual([forceId]);
  expect(await seen([90002], patrols)).toEqual([90001]);
  const entries = "SELECT subject_id AS told FROM audit_entry WHERE action = 'test.trial'";
  expect(await seen([here], entries)).toEqual([String(here), 'mate'].sort());
  const all = [String(here), String(there), 'mate', 'far', 'before', 'nobody'].sort();
  expect(await seen([forceId, 90001], entries)).toEqual(all);
  expect(await seen([forceId, 90001], entries, 'incident.read')).toEqual([]);
});

test('what the door alone works on is closed to operations, whoever acts', async () => {
  const everywhere: As = { action: 'people.manage', units: [forceId, 90001] };
  const doors: Record<string, string> = {
    auth_rate_limit: "INSERT INTO auth_rate_limit (id) VALUES ('x')",
    auth_verification:
      "INSERT INTO auth_verification (id, identifier, value, expires_at) VALUES ('x', 'x', 'x', now())",
    second_factor_use: "INSERT INTO second_factor_use (user_id, code_digest, used_at) VALUES ('x', '\\x00', now())",
  };
  expect(Object.keys(doors)).toEqual(Object.keys(walls).filter((name) => walls[name] === 'door'));
  for (const [table, insert] of Object.entries(doors)) {
    await owner.query(insert);
    expect(await outcomeOf(everywhere, insert.replace("('x'", "('y'")), table).toBe('nothing');
    expect(await outcomeOf(everywhere, `SELECT 1 FROM ${table}`), table).toBe('nothing');
    expect(await outcomeOf(everywhere, `DELETE FROM ${table}`), table).toBe('nothing');
  }
});

test('functions with the owner’s rights, and jobs, look at the scope themselves', async () => {
  const inUse = (unit: number) => `SELECT * FROM unit_in_use(${unit}, current_date)`;
  expect(await outcomeOf({ action: 'organisation.manage', units: [here] }, inUse(here))).toBe('done');
  expect(await outcomeOf({ action: 'organisation.manage', units: [here] }, inUse(there))).toBe('nothing');
  expect(await outcomeOf({ action: 'incident.read', units: [here] }, inUse(here))).toBe('nothing');
  const job = (task: string, person: string) => `SELECT request_job('${task}', '{"personId":"${person}"}', 'x')`;
  expect(await outcomeOf({ action: 'import.run', units: [here] }, job('import', me))).toBe('done');
  expect(await outcomeOf({ action: 'import.run', units: [here] }, job('import', mate))).toBe('nothing');
  expect(await outcomeOf({ action: 'incident.read', units: [here] }, job('import', me))).toBe('nothing');
  expect(await outcomeOf({ action: 'import.run', units: [here] }, job('anything', me))).toBe('nothing');
  const later = (person: string) => `SELECT request_job_at('open_scheduled', '{"personId":"${person}"}', 'x', now())`;
  expect(await outcomeOf({ action: 'incident.log', units: [here] }, later(me))).toBe('done');
  expect(await outcomeOf({ action: 'incident.log', units: [here] }, later(far))).toBe('nothing');
});

test('a person changes no row of their own that they may not change as anybody’s', async () => {
  expect(
    await outcomeOf(
      { action: 'session.self', units: [here] },
      `UPDATE person SET name_latin = 'y' WHERE person_id = '${me}'`,
    ),
  ).toBe('nothing');
});
