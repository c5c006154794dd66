// Real processes, killed in the middle of an import: what was written stands whole, and the same file again completes it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { origin, startTestServer, type TestServer } from '../../../test/server.ts';
import { connectClient } from '../../platform/db/pools.ts';

const processes = path.resolve(import.meta.dirname, '../../../test/processes');
const folder = mkdtempSync(path.join(tmpdir(), 'marsad-killed-'));
const started: ChildProcess[] = [];
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await server.close();
  rmSync(folder, { recursive: true });
});

const ROWS = 6_000;
function writeThefts(series: string): string {
  const row = (index: number) =>
    `${series}${index},invented street,-73.9,40.7,2024-03-${String((index % 28) + 1).padStart(2, '0')} 10:00,2024-04-01 12:00`;
  const rows = Array.from({ length: ROWS }, (_, index) => row(index));
  const file = path.join(folder, `${series}.csv`);
  writeFileSync(file, ['uid,location_type,longitude,latitude,date_start,date_end', ...rows].join('\n'));
  return file;
}
function start(script: string, env: Record<string, string>) {
  const child = spawn(process.execPath, [path.join(processes, script)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const lines = createInterface({ input: child.stdout });
  return { child, lines, next: async () => JSON.parse((await once(lines, 'line'))[0] as string) };
}
async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
async function query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = await connectClient(server.ownerUrl, 'test');
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}
/** What stands of a series: each incident with its clocks, its story and its number. */
const standing = async (series: string) => {
  const [row] = await query<Record<string, number>>(
    `SELECT count(*)::int AS incidents, count(DISTINCT number)::int AS numbers, count(DISTINCT source_key)::int AS keys,
       coalesce(sum((SELECT count(*) FROM incident_clock c WHERE c.incident_id = i.incident_id)), 0)::int AS clocks,
       coalesce(sum((SELECT count(*) FROM timeline_entry t WHERE t.incident_id = i.incident_id)), 0)::int AS entries
     FROM incident i WHERE source_key LIKE $1`,
    [`${series}%`],
  );
  return row;
};
const whole = (count: number) => ({ incidents: count, numbers: count, keys: count, clocks: count, entries: count });

test('the same file by two at once, into a force that is not there yet, brings every record once', async () => {
  const file = writeThefts('T');
  const env = {
    IMPORT: JSON.stringify({
      runtimeUrl: server.runtimeUrl,
      auditKey: server.auditKey.toString('hex'),
      file,
      mapping: 'nyc-thefts',
    }),
  };
  const ends = await Promise.all(
    [1, 2].map(async () => {
      const one = start('import-file.ts', env);
      let last = '';
      for await (const line of one.lines) last = line;
      return JSON.parse(last) as { incidents: number; unchanged: number; rejected: number };
    }),
  );
  expect(ends.reduce((sum, one) => sum + one.incidents, 0)).toBe(ROWS);
  expect(ends.reduce((sum, one) => sum + one.unchanged, 0)).toBe(ROWS);
  expect(await standing('T')).toEqual(whole(ROWS));
  expect(await query("SELECT code FROM org_unit WHERE kind = 'force' AND code = 'NYC'")).toHaveLength(1);
}, 120_000);

test('the command line, killed in the middle and started again, brings every record once', async () => {
  const file = writeThefts('K');
  const env = {
    IMPORT: JSON.stringify({
      runtimeUrl: server.runtimeUrl,
      auditKey: server.auditKey.toString('hex'),
      file,
      mapping: 'nyc-thefts',
    }),
  };
  const first = start('import-file.ts', env);
  await first.next();
  await kill(first.child);
  // What a chunk had begun is gone as a whole once the database has noticed; what it had ended stands as a whole.
  const left = async () =>
    (await query("SELECT 1 FROM pg_stat_activity WHERE application_name = 'marsad import'")).length;
  await expect.poll(left, { timeout: 20_000 }).toBe(0);
  const half = await standing('K');
  expect(half).toEqual(whole(Number(half?.incidents)));
  expect(half?.incidents).toBeGreaterThan(0);
  expect(half?.incidents).toBeLessThan(ROWS);
  const second = start('import-file.ts', env);
  let last = '';
  for await (const line of second.lines) last = line;
  expect(JSON.parse(last)).toMatchObject({
    rows: ROWS,
    unchanged: half?.incidents,
    incidents: ROWS - Number(half?.incidents),
  });
  expect(await standing('K')).toEqual(whole(ROWS));
}, 120_000);

test('a server killed in the middle of a page import goes on with it when it is started again', async () => {
  const env = {
    SERVE: JSON.stringify({
      ownerUrl: server.ownerUrl,
      runtimeUrl: server.runtimeUrl,
      keys: { audit: server.auditKey.toString('hex'), session: server.sessionKey, runtimePassword: '' },
      origin,
      martFile: path.join(folder, 'mart.duckdb'),
      filesFolder: path.join(folder, 'files'),
      headsFile: path.join(folder, 'heads.jsonl'),
    }),
  };
  // The server of the tests gives way: its worker must not take the job.
  const keep = server;
  await server.close();
  const first = start('serve.ts', env);
  const { port } = await first.next();
  const address = `http://127.0.0.1:${port}`;
  const signedIn = await fetch(`${address}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password: 'marsad-practice' }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const fileId = uuidv7();
  const importId = uuidv7();
  const sent = await fetch(`${address}/api/import-files/${fileId}?name=p.csv`, {
    method: 'PUT',
    headers: { cookie, origin, 'content-type': 'application/octet-stream' },
    body: readFileSync(writeThefts('P')),
  });
  expect(sent.status).toBe(200);
  const asked = await fetch(`${address}/api/imports`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/json' },
    body: JSON.stringify({ commandId: uuidv7(), importId, fileId, mapping: 'nyc-thefts' }),
  });
  expect(asked.status).toBe(200);
  const run = async () =>
    (
      await query<{ status: string; incidents: number }>(
        'SELECT status, incidents FROM import_run WHERE import_id = $1',
        [importId],
      )
    )[0];
  await expect.poll(async () => Number((await run())?.incidents), { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
  await kill(first.child);
  expect((await run())?.status).toBe('running');
  const second = start('serve.ts', env);
  await second.next();
  await expect.poll(async () => (await run())?.status, { timeout: 90_000, interval: 200 }).toBe('done');
  expect(await standing('P')).toEqual(whole(ROWS));
  await kill(second.child);
  server = await startTestServer(inject('ownerUrl'), { again: keep });
}, 240_000);
