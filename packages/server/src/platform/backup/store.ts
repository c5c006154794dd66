// What a backup asks of PostgreSQL's catalogs, and what a restore does to the tables around the rows.
import type pg from 'pg';

/** Tables whose rows are not taken, each with its reason. */
export const leftOutTables: Record<string, string> = {
  migration: 'the header names the migrations; a restore runs them',
  auth_session: 'whoever was signed in signs in again',
  auth_verification: 'short-lived',
  auth_rate_limit: 'short-lived',
};

export interface TableShape {
  name: string;
  columns: string[];
}

/** The tables of the schema public with the columns that can be written, in order of name. */
export async function listTables(client: pg.ClientBase): Promise<TableShape[]> {
  const found = await client.query(
    `SELECT c.relname::text AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
     GROUP BY c.relname ORDER BY c.relname`,
  );
  return (found.rows as TableShape[]).filter((table) => !(table.name in leftOutTables));
}

/**
 * The tables that may hide rows from who asks: their walls bind this role and do not let it in by name. An owner at a force's
 * own PostgreSQL is bound and let in.
 */
export async function listHidingTables(client: pg.ClientBase): Promise<string[]> {
  const found = await client.query(
    `SELECT c.relname::text AS name FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND row_security_active(c.oid)
       AND NOT EXISTS (SELECT 1 FROM pg_policy p, unnest(p.polroles) AS r WHERE p.polrelid = c.oid AND p.polname = 'owner_works'
         AND CASE r WHEN 0 THEN current_user <> 'marsad_runtime' ELSE pg_has_role(r, 'USAGE') END)
     ORDER BY c.relname`,
  );
  return found.rows.map((row) => row.name as string);
}

export async function listMigrations(client: pg.ClientBase): Promise<string[]> {
  const found = await client.query('SELECT name FROM migration ORDER BY id');
  return found.rows.map((row) => row.name as string);
}

export interface SequenceValue {
  name: string;
  value: number;
}

/** Where the sequences of identity columns stand. Read after the rows: it may be ahead of them, never behind. */
export async function readSequences(client: pg.ClientBase): Promise<SequenceValue[]> {
  const found = await client.query(
    `SELECT sequencename::text AS name, last_value AS value FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL AND sequencename <> 'migration_id_seq' ORDER BY 1`,
  );
  return found.rows as SequenceValue[];
}

export interface WaitingJob {
  task: string;
  payload: unknown;
  queue: string | null;
  runAt: string;
  maxAttempts: number;
  jobKey: string | null;
  priority: number;
}

/** Jobs that wait or run: asked for by commands, so they must not be lost. Their tables are the library's own. */
export async function readJobs(client: pg.ClientBase): Promise<WaitingJob[]> {
  const there = await client.query("SELECT to_regclass('graphile_worker._private_jobs') AS found");
  if (!there.rows[0].found) return [];
  const found = await client.query(
    `SELECT t.identifier AS task, j.payload, q.queue_name AS queue, j.run_at AS "runAt", j.max_attempts::int AS "maxAttempts",
       j.key AS "jobKey", j.priority::int AS priority
     FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id
     WHERE j.attempts < j.max_attempts OR j.locked_at IS NOT NULL ORDER BY j.id`,
  );
  return found.rows as WaitingJob[];
}

export async function addJobs(client: pg.ClientBase, jobs: readonly WaitingJob[]): Promise<void> {
  for (const job of jobs) {
    await client.query(
      `SELECT graphile_worker.add_job(identifier := $1, payload := $2::json, queue_name := $3, run_at := $4::timestamptz,
         max_attempts := $5, job_key := $6, priority := $7)`,
      [job.task, JSON.stringify(job.payload), job.queue, job.runAt, job.maxAttempts, job.jobKey, job.priority],
    );
  }
}

/**
 * Empties the tables and takes foreign keys, triggers of ours and walls that bind their owner off them, so that rows can come
 * in any order and are taken as they were. The function returned puts all back, which proves every foreign key.
 */
export async function openTables(client: pg.ClientBase): Promise<() => Promise<void>> {
  const keys = await client.query(
    `SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0 ORDER BY 1, 2`,
  );
  const tables = await client.query(
    `SELECT c.oid::regclass::text AS name, c.relforcerowsecurity AS forced FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'migration'`,
  );
  const names = tables.rows.map((row) => row.name as string);
  const forced = tables.rows.filter((row) => row.forced as boolean).map((row) => row.name as string);
  for (const key of keys.rows) await client.query(`ALTER TABLE ${key.table} DROP CONSTRAINT ${key.name}`);
  for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  // COPY refuses tables whose walls bind who copies.
  for (const name of forced) await client.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`);
  await client.query(`TRUNCATE ${names.join(', ')} RESTART IDENTITY`);
  return async () => {
    for (const name of forced) await client.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`);
    for (const name of names) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
    for (const key of keys.rows)
      await client.query(`ALTER TABLE ${key.table} ADD CONSTRAINT ${key.name} ${key.definition}`);
  };
}

export async function setSequences(client: pg.ClientBase, values: readonly SequenceValue[]): Promise<void> {
  for (const { name, value } of values)
    await client.query('SELECT setval(format($1, $2::text)::regclass, $3)', ['public.%I', name, value]);
}

export async function countRows(client: pg.ClientBase, table: string): Promise<number> {
  const found = await client.query(`SELECT count(*) AS n FROM "${table.replaceAll('"', '""')}"`);
  return found.rows[0].n as number;
}

/** Begins a new epoch of events: screens that saw positions of the old one load anew, marts are built anew. */
export async function beginEpoch(client: pg.ClientBase): Promise<void> {
  await client.query(
    `INSERT INTO event_epoch (made_at) SELECT greatest(now(), max(made_at) + interval '1 millisecond') FROM event_epoch`,
  );
}

/** How many tables, views and the like stand in the database, extensions' own apart. */
export async function countObjects(client: pg.ClientBase): Promise<number> {
  const found = await client.query(
    `SELECT count(*) AS n FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`,
  );
  return found.rows[0].n as number;
}

/** Marks a database as half restored until `endMark`; a server refuses to start on it. */
export async function beginMark(client: pg.ClientBase): Promise<void> {
  await client.query('CREATE SCHEMA marsad_restoring');
}
export async function endMark(client: pg.ClientBase): Promise<void> {
  await client.query('DROP SCHEMA marsad_restoring');
}
export async function isMarked(client: pg.ClientBase): Promise<boolean> {
  const found = await client.query("SELECT 1 FROM pg_namespace WHERE nspname = 'marsad_restoring'");
  return found.rowCount === 1;
}

/** Takes away what a restore into an empty database made. */
export async function clearDatabase(client: pg.ClientBase): Promise<void> {
  await client.query('DROP SCHEMA IF EXISTS graphile_worker CASCADE');
  await client.query('DROP SCHEMA public CASCADE');
  await client.query('CREATE SCHEMA public');
  await client.query('DROP SCHEMA IF EXISTS marsad_restoring');
}
