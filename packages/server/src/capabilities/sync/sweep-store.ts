// What the sweep asks and changes, as the owner, for every force.
import type pg from 'pg';

export interface StuckRun {
  importId: string;
  personId: string | null;
  fileId: string | null;
  takenUp: number;
}

/** Runs begun before `before` that are not over and have no job that may still run. */
export async function findStuckRuns(owner: pg.Pool, before: Date): Promise<StuckRun[]> {
  const found = await owner.query(
    `SELECT import_id AS "importId", person_id AS "personId", file_id AS "fileId", taken_up AS "takenUp"
     FROM import_run r WHERE status IN ('waiting', 'running') AND started_at < $1 AND NOT EXISTS (
       SELECT 1 FROM graphile_worker.jobs j
       WHERE j.key = 'import-' || r.import_id AND (j.attempts < j.max_attempts OR j.locked_at IS NOT NULL))
     ORDER BY started_at LIMIT 1000`,
    [before],
  );
  return found.rows as StuckRun[];
}

/** Gives a run a job again. */
export async function takeUpRun(owner: pg.Pool, run: StuckRun): Promise<void> {
  await owner.query(
    `WITH counted AS (
       UPDATE import_run SET taken_up = taken_up + 1 WHERE import_id = $1 RETURNING import_id, person_id)
     SELECT graphile_worker.add_job(identifier := 'import', queue_name := 'import', max_attempts := 3,
       payload := json_build_object('importId', import_id, 'personId', person_id), job_key := 'import-' || import_id) FROM counted`,
    [run.importId],
  );
}

/** Ends a run that nothing works on any more. */
export async function endRun(owner: pg.Pool, importId: string, reason: string, now: Date): Promise<void> {
  await owner.query(
    `UPDATE import_run SET status = 'failed', error = $2, finished_at = $3
     WHERE import_id = $1 AND status IN ('waiting', 'running')`,
    [importId, reason, now],
  );
}

/** Removes the refused rows of runs that ended before `before`; returns of how many runs. */
export async function removeRefusedRows(owner: pg.Pool, before: Date, now: Date): Promise<number> {
  const removed = await owner.query(
    `WITH old AS (
       UPDATE import_run SET refused_rows_removed_at = $2
       WHERE finished_at < $1 AND rejected > 0 AND refused_rows_removed_at IS NULL RETURNING import_id
     ), gone AS (DELETE FROM import_error WHERE import_id IN (SELECT import_id FROM old))
     SELECT count(*)::int AS runs FROM old`,
    [before, now],
  );
  return removed.rows[0].runs as number;
}

/** Files of runs that are not over: they are still needed, however old. */
export async function filesInUse(owner: pg.Pool): Promise<ReadonlySet<string>> {
  const found = await owner.query(
    "SELECT file_id FROM import_run WHERE status IN ('waiting', 'running') AND file_id IS NOT NULL",
  );
  return new Set(found.rows.map((row) => row.file_id as string));
}
