// What an import leaves behind is gone in time: files, values of refused rows, runs that nothing works on.
import { existsSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { createPool } from '../../platform/db/pools.ts';
import { importFilePath } from './receive-file.ts';
import { findShippedMapping } from './shipped-mappings.ts';
import { sweepImports } from './sweep-imports.ts';

const day = 86_400_000;
const now = new Date('2026-06-15T12:00:00Z');
const daysBefore = (days: number): Date => new Date(now.getTime() - days * day);
let server: TestServer;
let owner: pg.Pool;
let personId: string;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  owner = createPool(server.ownerUrl, { max: 2, name: 'test' });
  personId = (await owner.query("SELECT person_id FROM person WHERE user_name = 'admin'")).rows[0].person_id;
  await mkdir(path.join(server.filesFolder, 'imports'), { recursive: true });
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

const sweep = (at = now) =>
  sweepImports({ owner, clock: { now: () => at }, filesFolder: server.filesFolder, refusedRowsDays: 30 });

const thefts = [
  'uid,location_type,longitude,latitude,date_start,date_end',
  'S1,invented street,-73.9,40.7,2024-03-01 10:00,2024-04-01 12:00',
].join('\n');

/** A run as a kill or a finished import leaves it. */
async function run(more: { status: string; started: Date; finished?: Date; file?: boolean; rejected?: number }) {
  const importId = uuidv7();
  const fileId = more.file === undefined ? null : uuidv7();
  if (fileId)
    await owner.query(
      "INSERT INTO import_file (file_id, file_name, byte_count, sha256, person_id, received_at) VALUES ($1, 'x.csv', 1, '\\x00', $2, $3)",
      [fileId, personId, more.started],
    );
  if (fileId && more.file) {
    await writeFile(importFilePath(server.filesFolder, fileId), thefts);
    await utimes(importFilePath(server.filesFolder, fileId), more.started, more.started);
  }
  await owner.query(
    `INSERT INTO import_run (import_id, mapping_name, mapping, file_name, file_id, person_id, status, rejected, started_at, finished_at)
     VALUES ($1, 'nyc-thefts', $8, 'x.csv', $2, $3, $4, $5, $6, $7)`,
    [
      importId,
      fileId,
      personId,
      more.status,
      more.rejected ?? 0,
      more.started,
      more.finished ?? null,
      JSON.stringify(findShippedMapping('nyc-thefts')),
    ],
  );
  for (let row = 0; row < (more.rejected ?? 0); row += 1)
    await owner.query(
      "INSERT INTO import_error (import_id, error_id, line, value, reason) VALUES ($1, $2, 1, 'a value', 'time.format')",
      [importId, row],
    );
  return { importId, fileId, file: fileId && importFilePath(server.filesFolder, fileId) };
}
const stateOf = async (importId: string) =>
  (await owner.query('SELECT status, error, taken_up, rejected FROM import_run WHERE import_id = $1', [importId]))
    .rows[0];
const rowsOf = async (importId: string) =>
  (await owner.query('SELECT value FROM import_error WHERE import_id = $1', [importId])).rowCount;
test('values of refused rows stay for their time and are gone after it; how many there were stays', async () => {
  const old = await run({ status: 'done', started: daysBefore(32), finished: daysBefore(31), rejected: 2 });
  const young = await run({ status: 'done', started: daysBefore(30), finished: daysBefore(29), rejected: 2 });
  await sweep();
  expect([await rowsOf(old.importId), await rowsOf(young.importId)]).toEqual([0, 2]);
  expect(await stateOf(old.importId)).toMatchObject({ status: 'done', rejected: 2 });
  const answer = await server.http.inject({
    method: 'GET',
    url: `/api/imports/${old.importId}/refused-rows.csv`,
    headers: { cookie: await server.signIn('admin') },
  });
  expect([answer.statusCode, answer.json().reason]).toEqual([404, 'import.rows_removed']);
  await sweep(new Date(now.getTime() + 2 * day));
  expect(await rowsOf(young.importId)).toBe(0);
});

test('a file sent and never imported is removed after a day, one that a run waits for is not', async () => {
  const lone = importFilePath(server.filesFolder, uuidv7());
  await writeFile(lone, 'x');
  await utimes(lone, daysBefore(2), daysBefore(2));
  const fresh = importFilePath(server.filesFolder, uuidv7());
  await writeFile(fresh, 'x');
  await utimes(fresh, daysBefore(0.5), daysBefore(0.5));
  // Begun a minute ago, with a file that was sent long before.
  const waiting = await run({ status: 'waiting', started: daysBefore(1 / 1440), file: true });
  await utimes(waiting.file as string, daysBefore(3), daysBefore(3));
  await sweep();
  expect([existsSync(lone), existsSync(fresh), existsSync(waiting.file as string)]).toEqual([false, true, true]);
});

test('a run without a job is given one again, thrice at most; without its file it ends and says so', async () => {
  const gone = await run({ status: 'running', started: daysBefore(1), file: false });
  const terminal = await run({ status: 'running', started: daysBefore(2) });
  const younger = await run({ status: 'running', started: daysBefore(0.5) });
  const worn = await run({ status: 'waiting', started: daysBefore(1), file: true });
  await owner.query('UPDATE import_run SET taken_up = 3 WHERE import_id = $1', [worn.importId]);
  const stuck = await run({ status: 'waiting', started: daysBefore(1), file: true });
  await sweep();
  for (const one of [gone, terminal, worn])
    expect(await stateOf(one.importId)).toMatchObject({ status: 'failed', error: 'import.abandoned' });
  expect(await stateOf(younger.importId)).toMatchObject({ status: 'running', error: null });
  expect(await stateOf(stuck.importId)).toMatchObject({ taken_up: 1 });
  await expect.poll(() => stateOf(stuck.importId), { timeout: 30_000 }).toMatchObject({ status: 'done' });
});

test('a run whose job still waits its turn is left alone', async () => {
  const queued = await run({ status: 'waiting', started: daysBefore(1), file: true });
  await owner.query(
    "SELECT graphile_worker.add_job('import', '{}'::json, run_at := now() + interval '1 day', job_key := 'import-' || $1::text)",
    [queued.importId],
  );
  await sweep();
  expect(await stateOf(queued.importId)).toMatchObject({ status: 'waiting', taken_up: 0 });
});
