// What health and metrics ask the database, as its owner; each answer is small whatever the tables hold.
import type pg from 'pg';

export interface QueueState {
  outboxRows: number;
  outboxAgeSeconds: number;
  auditUnsealed: number;
  /** The position of the last event. */
  head: number;
}

/** What waits for the sequencer. Counts stop at 100,000. */
export async function readQueues(owner: pg.Pool): Promise<QueueState> {
  const found = await owner.query(
    `SELECT (SELECT count(*) FROM (SELECT 1 FROM event_outbox LIMIT 100000) o) AS "outboxRows",
       coalesce((SELECT greatest(0, extract(epoch FROM now() - at)) FROM event_outbox ORDER BY outbox_id LIMIT 1), 0)::float8 AS "outboxAgeSeconds",
       (SELECT count(*) FROM (SELECT 1 FROM audit_unsealed LIMIT 100000) u) AS "auditUnsealed",
       (SELECT coalesce(max(position), 0) FROM event) AS head`,
  );
  return found.rows[0] as QueueState;
}

export type JobState = 'waiting' | 'running' | 'failed';

export async function readJobStates(owner: pg.Pool): Promise<{ task: string; state: JobState; count: number }[]> {
  const found = await owner.query(
    `SELECT task_identifier AS task, count(*) AS count,
       CASE WHEN locked_at IS NOT NULL THEN 'running' WHEN attempts >= max_attempts THEN 'failed' ELSE 'waiting' END AS state
     FROM graphile_worker.jobs GROUP BY 1, 3`,
  );
  return found.rows as { task: string; state: JobState; count: number }[];
}

export async function readImportStates(owner: pg.Pool): Promise<{ status: string; count: number }[]> {
  const found = await owner.query('SELECT status, count(*) AS count FROM import_run GROUP BY status');
  return found.rows as { status: string; count: number }[];
}

/** The migrations the database has run. */
export async function readMigrations(owner: pg.Pool): Promise<string[]> {
  const found = await owner.query('SELECT name FROM migration');
  return found.rows.map((row) => row.name as string);
}
