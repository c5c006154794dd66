// What the doctor asks the database, as its owner; each answer is small whatever the tables hold.
import type pg from 'pg';
import { runtimeRole } from '../db/runtime-role.ts';

export interface DatabaseFacts {
  /** As PostgreSQL counts: 180004 is 18.4. */
  version: number;
  versionText: string;
  secondsAhead: number;
  migrated: boolean;
  /** Whether the owner may make tables, and the runtime role where it is not there yet. */
  mayMakeTables: boolean;
  hasRuntimeRole: boolean;
  mayMakeRoles: boolean;
  encoding: string;
}

export async function readFacts(client: pg.ClientBase): Promise<DatabaseFacts> {
  const found = await client.query(
    `SELECT current_setting('server_version_num')::int AS version, split_part(current_setting('server_version'), ' ', 1) AS "versionText",
       extract(epoch FROM clock_timestamp() - $1::timestamptz)::float8 AS "secondsAhead", to_regclass('public.migration') IS NOT NULL AS migrated,
       has_schema_privilege('public', 'CREATE') AND has_database_privilege(current_database(), 'CREATE') AS "mayMakeTables",
       EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $2) AS "hasRuntimeRole",
       (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user) AS "mayMakeRoles",
       pg_encoding_to_char((SELECT encoding FROM pg_database WHERE datname = current_database())) AS encoding`,
    [new Date().toISOString(), runtimeRole],
  );
  return found.rows[0] as DatabaseFacts;
}

/** Whether the database sees Arabic letters as letters; with the plain C locale search finds no Arabic word. */
export async function seesArabicLetters(client: pg.ClientBase): Promise<boolean> {
  const found = await client.query("SELECT cardinality(show_trgm('دورية')) > 0 AS seen");
  return found.rows[0].seen as boolean;
}

export async function readMigrationNames(client: pg.ClientBase): Promise<string[]> {
  const found = await client.query('SELECT name FROM migration');
  return found.rows.map((row) => row.name as string);
}

export interface WorkState {
  /** Audit entries not sealed yet, counted up to 100,000. */
  unsealed: number;
  failedJobs: number;
  stuckJobs: number;
  /** Seconds by which the last event lies in the future of the database's clock; none when negative. */
  eventAhead: number;
  zones: string[];
}

export async function readWork(client: pg.ClientBase): Promise<WorkState> {
  const found = await client.query(
    `SELECT (SELECT count(*) FROM (SELECT 1 FROM audit_unsealed LIMIT 100000) u) AS unsealed,
       coalesce((SELECT extract(epoch FROM at - now()) FROM event ORDER BY position DESC LIMIT 1), 0)::float8 AS "eventAhead",
       (SELECT coalesce(array_agg(DISTINCT time_zone), '{}') FROM org_unit) AS zones`,
  );
  const jobs = await readJobs(client);
  return { ...(found.rows[0] as Omit<WorkState, 'failedJobs' | 'stuckJobs'>), ...jobs };
}

async function readJobs(client: pg.ClientBase): Promise<Pick<WorkState, 'failedJobs' | 'stuckJobs'>> {
  const there = await client.query("SELECT to_regclass('graphile_worker._private_jobs') AS found");
  if (!there.rows[0].found) return { failedJobs: 0, stuckJobs: 0 };
  const found = await client.query(
    `SELECT count(*) FILTER (WHERE attempts >= max_attempts AND locked_at IS NULL) AS "failedJobs",
       count(*) FILTER (WHERE locked_at < now() - interval '4 hours') AS "stuckJobs" FROM graphile_worker._private_jobs`,
  );
  return found.rows[0] as Pick<WorkState, 'failedJobs' | 'stuckJobs'>;
}
