// A backup of a server under load, restored elsewhere into a database of its own; and what is refused.
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { cloneTemplate, runtimePasswordOfTests, startTestServer, type TestServer } from '../../../test/server.ts';
import { createApp } from '../../app.ts';
import { headsFile, readHeads } from '../audit/heads.ts';
import { systemClock } from '../clock/clock.ts';
import { startEmbeddedDatabase } from '../db/embedded/start-embedded-database.ts';
import { migrate } from '../db/migrate.ts';
import { connectClient } from '../db/pools.ts';
import { runtimeUrlOf } from '../db/runtime-role.ts';
import { readKeys } from '../files/keys.ts';
import { makeBackup } from './make-backup.ts';
import type { ArchiveHeader } from './manifest.ts';
import { readArchive } from './read-archive.ts';
import { checkBackup, restoreBackup } from './restore-backup.ts';
import { readJobs } from './store.ts';
import { writeArchive } from './write-archive.ts';

const passphrase = 'a passphrase of the tests';
let base: string;
let server: TestServer;
let dispatcher: string;
let archive: string;
/** Numbers of incidents answered before the backup began, and during it. */
const before: string[] = [];

beforeAll(async () => {
  base = mkdtempSync(path.join(tmpdir(), 'marsad-backup-'));
  chmodSync(base, 0o755);
  server = await startTestServer(inject('ownerUrl'), { headSeconds: 0 });
  const data = path.dirname(server.filesFolder);
  mkdirSync(path.join(data, 'keys'), { mode: 0o700 });
  writeFileSync(path.join(data, 'keys/audit'), server.auditKey.toString('hex'), { mode: 0o600 });
  writeFileSync(path.join(data, 'keys/session'), server.sessionKey, { mode: 0o600 });
  mkdirSync(server.filesFolder, { recursive: true });
  writeFileSync(path.join(server.filesFolder, 'a-file'), 'ملف');
  dispatcher = await server.signIn('dispatcher');
  for (let one = 0; one < 5; one += 1) before.push(await logIncident());
  let going = true;
  const load = (async () => {
    while (going) await logIncident();
  })();
  archive = await backup('load.tar');
  going = false;
  await load;
});
afterAll(async () => {
  await server.close();
  rmSync(base, { recursive: true, force: true });
});

async function logIncident(): Promise<string> {
  const answer = await server.http.inject({
    method: 'POST',
    url: '/api/incidents',
    headers: { cookie: dispatcher },
    payload: incident(server),
  });
  expect(answer.statusCode).toBe(200);
  return answer.json().number as string;
}

const incident = (of: Pick<TestServer, 'unit' | 'type'>) => ({
  commandId: randomUUID(),
  incidentId: randomUUID(),
  roomId: of.unit('TRI'),
  typeId: of.type('violence.fight'),
  placeText: 'ساحة التمرين',
});

async function backup(name: string, more: { passphrase?: string; withKeys?: boolean } = {}): Promise<string> {
  const file = path.join(base, name);
  await makeBackup({
    ownerUrl: server.ownerUrl,
    dataFolder: path.dirname(server.filesFolder),
    file,
    passphrase: more.passphrase ?? null,
    withKeys: more.withKeys ?? true,
    now: new Date(),
  });
  return file;
}

const restored = (file: string, to: string, more: object = {}) =>
  restoreBackup({
    file,
    passphrase: null,
    dataFolder: path.join(base, to),
    databaseUrl: null,
    keysFolder: null,
    ...more,
  });

test('made under load and restored elsewhere: counts and chain are proved, and the server goes on without repeating a number', async () => {
  expect(statSync(archive).mode & 0o777).toBe(0o600);
  const done = await restored(archive, 'elsewhere');
  const data = path.join(base, 'elsewhere');
  expect(done.sealed).toBeGreaterThan(0);
  expect(readHeads(headsFile(data))?.length).toBeGreaterThan(0);
  expect(readFileSync(path.join(data, 'files/a-file'), 'utf8')).toBe('ملف');
  expect(statSync(path.join(data, 'keys/audit')).mode & 0o777).toBe(0o600);
  const database = await startEmbeddedDatabase({ dataFolder: data, fast: true });
  const keys = readKeys(data);
  try {
    await migrate(database.ownerUrl, keys.runtimePassword);
    const app = await createApp({
      ownerUrl: database.ownerUrl,
      runtimeUrl: runtimeUrlOf(database.ownerUrl, keys.runtimePassword),
      keys,
      clock: systemClock,
      origin: 'http://localhost:8080',
      idleMinutes: 30,
      logLevel: 'silent',
      webFolder: null,
      martFile: path.join(data, 'mart.duckdb'),
      headsFile: headsFile(data),
      secondFactorRoles: [],
      filesFolder: path.join(data, 'files'),
    });
    try {
      const { manifest } = await checkBackup(archive, null);
      const client = await connectClient(database.ownerUrl, 'test');
      for (const { name, rows } of manifest.tables.filter((table) => !changedByStart.has(table.name)))
        expect([name, (await client.query(`SELECT count(*) AS n FROM "${name}"`)).rows[0].n]).toEqual([name, rows]);
      const kept = (await client.query('SELECT number FROM incident')).rows.map((row) => row.number as string);
      expect(kept).toEqual(expect.arrayContaining(before));
      await client.end();
      expect(app.hub.epoch).not.toBe(server.hub.epoch);

      const signedIn = await app.http.inject({
        method: 'POST',
        url: '/api/auth/sign-in/username',
        headers: { origin: 'http://localhost:8080' },
        payload: { username: 'dispatcher', password: 'marsad-practice' },
      });
      const cookie = signedIn.cookies.map((one) => `${one.name}=${encodeURIComponent(one.value)}`).join('; ');
      const answer = await app.http.inject({
        method: 'POST',
        url: '/api/incidents',
        headers: { cookie },
        payload: incident(server),
      });
      expect(answer.statusCode).toBe(200);
      const highest = kept.map((number) => Number(number.slice(-6))).reduce((a, b) => Math.max(a, b));
      expect(Number(answer.json().number.slice(-6))).toBe(highest + 1);
    } finally {
      await app.close();
    }
  } finally {
    await database.stop();
  }
});
// The start seals what waited, and begins an epoch.
const changedByStart = new Set(['audit_seal', 'audit_unsealed', 'event', 'event_outbox', 'event_epoch']);

test('what was written is in the archive as of one moment: every incident has its call, its audit entry and its command', async () => {
  const { manifest } = await checkBackup(archive, null);
  const rows = (name: string) => manifest.tables.find((table) => table.name === name)?.rows;
  expect(rows('call')).toBe(rows('incident'));
  expect(rows('command')).toBe(rows('incident'));
});

test('encrypted: nothing can be read without the passphrase, and a wrong one is told from damage', async () => {
  const file = await backup('sealed.tar', { passphrase });
  expect(readFileSync(file).includes(server.sessionKey)).toBe(false);
  await expect(checkBackup(file, null)).rejects.toThrow('Give it with --passphrase-file');
  await expect(checkBackup(file, `${passphrase}.`)).rejects.toThrow('got another one');
  const names: string[] = [];
  await readArchive(file, passphrase, (name, content) => {
    names.push(name);
    if (name === 'data/keys/session.00001') expect(content.toString()).toBe(server.sessionKey);
  });
  expect(names).toContain('data/keys/session.00001');
});

test('a damaged archive names the part, one cut short says so, and neither leaves anything', async () => {
  const bytes = readFileSync(archive);
  const damagedFile = path.join(base, 'damaged.tar');
  const at = bytes.indexOf('tables/incident.00001.gz') + 1200;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(damagedFile, bytes);
  await expect(restored(damagedFile, 'from-damaged')).rejects.toThrow('damaged at tables/incident.00001.gz');
  const cut = path.join(base, 'cut.tar');
  writeFileSync(cut, readFileSync(archive).subarray(0, bytes.length / 2));
  await expect(restored(cut, 'from-cut')).rejects.toThrow(/damaged at/);
  const other = path.join(base, 'other.tar');
  writeFileSync(other, 'not an archive');
  await expect(restored(other, 'from-other')).rejects.toThrow();
  expect(readdirSync(base).filter((name) => name.startsWith('from-'))).toEqual([]);
});

test('an archive of a later schema or format is refused before anything is made', async () => {
  const { header } = await checkBackup(archive, null);
  const later = async (name: string, more: Partial<ArchiveHeader>) => {
    const file = path.join(base, name);
    await writeArchive(file, null, (writer) =>
      writer.add('header.json', Buffer.from(JSON.stringify({ ...header, ...more })), 'plain'),
    );
    return file;
  };
  const migrations = [...header.migrations, '29991231000000_later'];
  await expect(restored(await later('schema.tar', { migrations }), 'from-later')).rejects.toThrow(
    '29991231000000_later',
  );
  await expect(restored(await later('format.tar', { format: 2 }), 'from-later')).rejects.toThrow('format 1 or older');
  expect(readdirSync(base).filter((name) => name.startsWith('from-'))).toEqual([]);
});

test('a target that is not empty is refused and stays as it is', async () => {
  const folder = path.join(base, 'filled');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'precious'), 'x');
  await expect(restored(archive, 'filled')).rejects.toThrow('holds precious');
  expect(readdirSync(folder)).toEqual(['precious']);
  const filled = await cloneTemplate(inject('ownerUrl'));
  await expect(restored(archive, 'database-data', { databaseUrl: filled })).rejects.toThrow('an empty database');
  const client = await connectClient(filled, 'test');
  expect((await client.query('SELECT count(*) AS n FROM role')).rows[0].n).toBeGreaterThan(0);
  await client.end();
});

test('without keys they must be given; with them a database of one’s own is filled, and one left half-filled begun anew', async () => {
  const source = await connectClient(server.ownerUrl, 'test');
  await source.query(
    "SELECT graphile_worker.add_job('import', '{\"importId\":\"later\"}'::json, run_at := now() + interval '1 day', job_key := 'later')",
  );
  await source.end();
  const file = await backup('no-keys.tar', { withKeys: false });
  await expect(restored(file, 'keyless')).rejects.toThrow('Give their folder with --keys');
  const url = new URL(inject('ownerUrl'));
  const client = await connectClient(url.href, 'test');
  await client.query('CREATE DATABASE restored_here');
  url.pathname = '/restored_here';
  const half = await connectClient(url.href, 'test');
  await half.query('CREATE SCHEMA marsad_restoring; CREATE TABLE half_way ()');
  await half.end();
  await expect(migrate(url.href, runtimePasswordOfTests)).rejects.toThrow('did not finish');
  const keys = path.join(path.dirname(server.filesFolder), 'keys');
  // The role belongs to the whole cluster of the tests: the restored installation must not change its password.
  writeFileSync(path.join(keys, 'runtime-database'), runtimePasswordOfTests, { mode: 0o600 });
  const wrong = path.join(base, 'wrong-keys');
  mkdirSync(wrong);
  writeFileSync(path.join(wrong, 'audit'), '00'.repeat(32));
  writeFileSync(path.join(wrong, 'runtime-database'), runtimePasswordOfTests);
  await expect(restored(file, 'mine', { databaseUrl: url.href, keysFolder: wrong })).rejects.toThrow('audit key');
  // As they come from a stick that knows no modes.
  chmodSync(keys, 0o755);
  for (const name of readdirSync(keys)) chmodSync(path.join(keys, name), 0o644);
  const done = await restored(file, 'mine', { databaseUrl: url.href, keysFolder: keys });
  expect(done.sealed).toBeGreaterThan(0);
  const modeOf = (name: string) => statSync(path.join(base, 'mine/keys', name)).mode & 0o777;
  expect(['', ...readdirSync(keys)].map(modeOf)).toEqual([0o700, ...readdirSync(keys).map(() => 0o600)]);
  expect(readFileSync(path.join(base, 'mine/keys/session'), 'utf8')).toBe(server.sessionKey);
  await migrate(url.href, runtimePasswordOfTests);
  const mine = await connectClient(url.href, 'test');
  expect(await readJobs(mine)).toMatchObject([{ task: 'import', payload: { importId: 'later' }, jobKey: 'later' }]);
  await mine.end();
  await client.query('DROP DATABASE restored_here');
  await client.end();
});
