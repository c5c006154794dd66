// Imports as such: the files sent, the runs, their refused rows.
import { type Kysely, sql } from 'kysely';
import type { DB } from '../../platform/db/schema.generated.ts';

type Db = Kysely<DB>;

export interface RunCounts {
  rows: number;
  accepted: number;
  rejected: number;
  unchanged: number;
  incidents: number;
  assignments: number;
}

export interface RunStatistics {
  /** Times that daylight saving skipped or doubled, decided by the rule in `local-time.ts`. */
  gaps: number;
  overlaps: number;
  /** Rows whose point lies in the area of another station than the one they state; the stated one is kept. */
  elsewhere: number;
  /** Rows of which something was left as people had made it since the last import. */
  kept: number;
}

export interface NewRun {
  importId: string;
  mapping: object;
  mappingName: string;
  fileName: string;
  fileId: string | null;
  bytesTotal: number | null;
  personId: string;
  status: 'waiting' | 'running';
  dryRun: boolean;
  now: Date;
}

export async function insertRun(db: Db, run: NewRun): Promise<void> {
  await db
    .insertInto('import_run')
    .values({
      import_id: run.importId,
      mapping_name: run.mappingName,
      mapping: JSON.stringify(run.mapping),
      file_name: run.fileName,
      file_id: run.fileId,
      bytes_total: run.bytesTotal,
      person_id: run.personId,
      status: run.status,
      dry_run: run.dryRun,
      started_at: run.now,
    })
    .execute();
}

export interface RunState {
  status: 'running' | 'done' | 'failed' | 'cancelled';
  counts: RunCounts;
  statistics: RunStatistics;
  bytesRead: number;
  error: string | null;
  forceId: number | null;
  /** When it ended; null while it runs. */
  finishedAt: Date | null;
}

/** Writes how far a run has come; returns whether somebody asked to stop it. */
export async function updateRun(db: Db, importId: string, state: RunState): Promise<boolean> {
  const { counts } = state;
  const row = await db
    .updateTable('import_run')
    .where('import_id', '=', importId)
    .set({
      status: state.status,
      rows_read: counts.rows,
      accepted: counts.accepted,
      rejected: counts.rejected,
      unchanged: counts.unchanged,
      incidents: counts.incidents,
      assignments: counts.assignments,
      statistics: JSON.stringify(state.statistics),
      bytes_read: state.bytesRead,
      error: state.error,
      force_id: state.forceId,
      finished_at: state.finishedAt,
    })
    .returning('cancel_requested')
    .executeTakeFirstOrThrow();
  return row.cancel_requested;
}

/** Forgets the refused rows of an attempt that was cut off: the next one judges every row again. */
export async function deleteRefusedRows(db: Db, importId: string): Promise<void> {
  await db.deleteFrom('import_error').where('import_id', '=', importId).execute();
}

function runs(db: Db) {
  return db
    .selectFrom('import_run as r')
    .leftJoin('person as p', 'p.person_id', 'r.person_id')
    .select([
      'r.import_id as importId',
      'r.mapping_name as mappingName',
      'r.file_name as fileName',
      'r.dry_run as dryRun',
      'r.status',
      'r.error',
      'r.rows_read as rows',
      'r.accepted',
      'r.rejected',
      'r.unchanged',
      'r.incidents',
      'r.assignments',
      'r.statistics',
      'r.bytes_read as bytesRead',
      'r.bytes_total as bytesTotal',
      'p.name_ar as personName',
      'r.started_at as startedAt',
      'r.finished_at as finishedAt',
    ]);
}

export function findRun(db: Db, importId: string) {
  return runs(db).where('r.import_id', '=', importId).executeTakeFirst();
}

/** Whether the refused rows of a run were removed because their time was over. */
export async function areRefusedRowsRemoved(db: Db, importId: string): Promise<boolean> {
  const row = await db
    .selectFrom('import_run')
    .where('import_id', '=', importId)
    .select('refused_rows_removed_at as at')
    .executeTakeFirst();
  return row?.at != null;
}

/** Runs older than (`startedAt`, `importId`) where given, the newest first. */
export function pageOfRuns(db: Db, before: { startedAt: string; importId: string } | null, limit: number) {
  const page = runs(db).orderBy('r.started_at', 'desc').orderBy('r.import_id', 'desc').limit(limit);
  if (!before) return page.execute();
  return page
    .where(sql<boolean>`(r.started_at, r.import_id) < (${before.startedAt}::timestamptz, ${before.importId}::uuid)`)
    .execute();
}

/** A run for its job; undefined when it is not there or out of reach. */
export function findRunForJob(db: Db, importId: string) {
  return db
    .selectFrom('import_run')
    .where('import_id', '=', importId)
    .select(['file_id as fileId', 'file_name as fileName', 'mapping', 'dry_run as dryRun', 'status'])
    .executeTakeFirst();
}

/** Asks a run to stop; one that still waits is over at once. Returns its status, or undefined when there is none to stop. */
export async function requestCancel(db: Db, importId: string, now: Date): Promise<string | undefined> {
  const row = await db
    .updateTable('import_run')
    .where('import_id', '=', importId)
    .where('status', 'in', ['waiting', 'running'])
    .set({
      cancel_requested: true,
      status: sql`CASE status WHEN 'waiting' THEN 'cancelled' ELSE status END`,
      finished_at: sql`CASE status WHEN 'waiting' THEN ${now}::timestamptz END`,
    })
    .returning('status')
    .executeTakeFirst();
  return row?.status;
}

export async function insertFile(
  db: Db,
  file: { fileId: string; fileName: string; byteCount: number; sha256: Buffer; personId: string; now: Date },
): Promise<void> {
  await db
    .insertInto('import_file')
    .values({
      file_id: file.fileId,
      file_name: file.fileName,
      byte_count: file.byteCount,
      sha256: file.sha256,
      person_id: file.personId,
      received_at: file.now,
    })
    .execute();
}

/** A file that the person of the transaction has sent. */
export function findFile(db: Db, fileId: string) {
  return db
    .selectFrom('import_file')
    .where('file_id', '=', fileId)
    .select(['file_id as fileId', 'file_name as fileName', 'byte_count as byteCount'])
    .executeTakeFirst();
}

/** How many files a person sent since `since` that no import was asked for; a trial without writing is none. */
export async function countUnstartedFiles(db: Db, personId: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('import_file as f')
    .where('f.person_id', '=', personId)
    .where('f.received_at', '>', since.toISOString())
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('import_run as r')
            .whereRef('r.file_id', '=', 'f.file_id')
            .where('r.dry_run', '=', false)
            .select('r.import_id'),
        ),
      ),
    )
    .select(({ fn }) => fn.countAll<number>().as('found'))
    .executeTakeFirstOrThrow();
  return Number(row.found);
}

/** Refused rows after `errorId`, in the order of the file. */
export function pageOfRefusedRows(db: Db, importId: string, errorId: number, limit: number) {
  return db
    .selectFrom('import_error')
    .where('import_id', '=', importId)
    .where('error_id', '>', errorId)
    .orderBy('error_id')
    .limit(limit)
    .select(['error_id as errorId', 'line', 'column_name as column', 'value', 'reason'])
    .execute();
}

/** Asks for a job within the transaction of a command. The same key again replaces a waiting one. */
export async function requestJob(db: Db, task: string, payload: object, key: string): Promise<void> {
  await sql`SELECT request_job(${task}, ${JSON.stringify(payload)}::jsonb, ${key})`.execute(db);
}
