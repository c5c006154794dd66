import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkDatabase } from '../../doctor/check-database.ts';
import { migrate } from '../migrate.ts';
import { connectClient } from '../pools.ts';
import { findRunningDatabase } from './runtime-file.ts';
import { startEmbeddedDatabase } from './start-embedded-database.ts';

const isRoot = process.getuid?.() === 0;
const base = mkdtempSync(path.join(tmpdir(), 'marsad-embedded-'));
// Closed to everybody but its owner: as root, the database's user can reach nothing below it.
const closed = path.join(base, 'closed');
const data = path.join(closed, 'data');
let placedAt = '';

beforeAll(() => {
  chmodSync(base, 0o755);
  mkdirSync(closed, { mode: 0o700 });
});

afterAll(() => {
  rmSync(base, { recursive: true, force: true });
  if (placedAt && !placedAt.startsWith(base)) rmSync(placedAt, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<Record<string, unknown>> {
  const client = await connectClient(url, 'test');
  try {
    return (await client.query(sql)).rows[0];
  } finally {
    await client.end();
  }
}

test('lives in a folder only its owner may enter, refuses a second start, and keeps its rows', {
  timeout: 60_000,
}, async () => {
  const first = await startEmbeddedDatabase({ dataFolder: data, fast: true });
  placedAt = first.filesFolder;
  expect(placedAt.startsWith(data)).toBe(!isRoot);
  const facts = await ask(
    first.ownerUrl,
    `SELECT current_database() AS name, current_user AS owner, pg_encoding_to_char(encoding) AS encoding,
       current_setting('listen_addresses') AS address, current_setting('unix_socket_directories') AS socket
     FROM pg_database WHERE datname = current_database()`,
  );
  expect(facts).toEqual({ name: 'marsad', owner: 'marsad_owner', encoding: 'UTF8', address: '127.0.0.1', socket: '' });
  // Trigram search must see Arabic letters as letters, which a plain C locale does not.
  await ask(first.ownerUrl, 'CREATE EXTENSION pg_trgm');
  expect(await ask(first.ownerUrl, "SELECT cardinality(show_trgm('دورية')) AS trigrams")).toEqual({ trigrams: 6 });
  expect(statSync(path.join(data, 'keys/owner-database')).mode & 0o777).toBe(0o600);
  expect(findRunningDatabase(data)).toEqual({ ownerUrl: first.ownerUrl, port: first.port, pid: process.pid });
  expect(readFileSync(path.join(data, 'runtime.json'), 'utf8')).not.toContain(new URL(first.ownerUrl).password);
  await expect(startEmbeddedDatabase({ dataFolder: data, fast: true })).rejects.toMatchObject({
    code: 'data-folder-in-use',
  });

  await ask(first.ownerUrl, 'CREATE TABLE kept AS SELECT 7 AS number');
  // What fails is in the log; what was typed is not, wherever PostgreSQL would repeat it.
  await ask(first.ownerUrl, "CREATE TABLE told (text text CHECK (text = ''))");
  await expect(ask(first.ownerUrl, "INSERT INTO told VALUES ('a name that was typed')")).rejects.toThrow(
    'told_text_check',
  );
  const blocks = "DO $$ BEGIN PERFORM 'a name that was typed', 1 / 0; END $$";
  await expect(ask(first.ownerUrl, blocks)).rejects.toThrow('division by zero');
  const log = readFileSync(path.join(data, 'logs/database.log'), 'utf8');
  expect(log).toContain('told_text_check');
  expect(log).toContain('division by zero');
  expect(log).not.toContain('a name that was typed');
  await Promise.all([first.stop(), first.stop()]);
  expect(findRunningDatabase(data)).toBeUndefined();
  expect(existsSync(path.join(data, 'marsad.lock'))).toBe(false);

  const second = await startEmbeddedDatabase({ dataFolder: data, fast: true });
  try {
    expect(await ask(second.ownerUrl, 'SELECT number FROM kept')).toEqual({ number: 7 });
  } finally {
    await second.stop();
  }
});

test('an owner that may make neither tables nor the runtime role is told what it needs', {
  timeout: 60_000,
}, async () => {
  const database = await startEmbeddedDatabase({ dataFolder: data, fast: true });
  const url = new URL(database.ownerUrl);
  Object.assign(url, { username: 'poor', password: 'poor', pathname: '/poor' });
  try {
    await ask(database.ownerUrl, "CREATE ROLE poor LOGIN PASSWORD 'poor'");
    await ask(database.ownerUrl, 'CREATE DATABASE poor');
    const ownerOf = async () =>
      (await checkDatabase(url.href, false)).find((finding) => finding.check === 'database owner');
    expect(await ownerOf()).toMatchObject({ state: 'fail', found: expect.stringContaining('tables') });
    await ask(database.ownerUrl, 'ALTER DATABASE poor OWNER TO poor');
    expect(await ownerOf()).toMatchObject({ state: 'fail', found: expect.stringContaining('marsad_runtime') });
    await expect(migrate(url.href, 'a password')).rejects.toMatchObject({
      code: 'settings',
      message: expect.stringMatching(/CREATEROLE.*CREATE ROLE marsad_runtime.*MARSAD_RUNTIME_DATABASE_URL/),
    });
    // The role stands, with a password of which this owner knows nothing and which it may not set.
    await ask(database.ownerUrl, "CREATE ROLE marsad_runtime LOGIN PASSWORD 'another'");
    expect(await ownerOf()).toMatchObject({ state: 'ok' });
    await expect(migrate(url.href, 'a password')).rejects.toMatchObject({
      code: 'settings',
      message: expect.stringContaining('ALTER ROLE marsad_runtime'),
    });
    // Made beforehand, its password known, nothing is asked of the owner but tables.
    expect(await migrate(url.href, 'another')).toContain('20261125016000_owner_works');
    await ask(database.ownerUrl, 'ALTER ROLE poor CREATEROLE');
    expect(await ownerOf()).toMatchObject({ state: 'ok' });
  } finally {
    await database.stop();
  }
});

test('a wrong password never gets in', { timeout: 60_000 }, async () => {
  const database = await startEmbeddedDatabase({ dataFolder: data, fast: true });
  try {
    const wrong = new URL(database.ownerUrl);
    wrong.password = 'guessed';
    await expect(connectClient(wrong.href, 'test')).rejects.toThrow('password authentication failed');
  } finally {
    await database.stop();
  }
});

test('starts again after its process was killed with the database still running', { timeout: 60_000 }, async () => {
  const module = path.join(import.meta.dirname, 'start-embedded-database.ts');
  const script = `const { startEmbeddedDatabase } = await import(${JSON.stringify(module)});
    const database = await startEmbeddedDatabase({ dataFolder: ${JSON.stringify(data)}, fast: true });
    console.log(database.port); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const orphan = JSON.parse(readFileSync(path.join(data, 'runtime.json'), 'utf8')) as { databasePid: number };
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(() => process.kill(orphan.databasePid, 0)).not.toThrow();

  const again = await startEmbeddedDatabase({ dataFolder: data, fast: true });
  try {
    expect(() => process.kill(orphan.databasePid, 0)).toThrow('ESRCH');
    expect(await ask(again.ownerUrl, 'SELECT number FROM kept')).toEqual({ number: 7 });
  } finally {
    await again.stop();
  }
});

test('refuses a data folder that a later version made', async () => {
  const folder = path.join(base, 'newer');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'version.json'), '{"version":99}');
  await expect(startEmbeddedDatabase({ dataFolder: folder })).rejects.toMatchObject({ code: 'data-folder-newer' });
});

test('says so when the data folder cannot be made', async () => {
  const file = path.join(base, 'a-file');
  writeFileSync(file, '');
  const under = path.join(file, 'data');
  await expect(startEmbeddedDatabase({ dataFolder: under })).rejects.toMatchObject({
    code: 'data-folder-not-writable',
  });
});

test.runIf(isRoot && process.platform === 'linux')(
  'as root the database runs as another user',
  { timeout: 60_000 },
  async () => {
    const database = await startEmbeddedDatabase({ dataFolder: data, fast: true });
    try {
      const { databasePid } = JSON.parse(readFileSync(path.join(data, 'runtime.json'), 'utf8')) as {
        databasePid: number;
      };
      const uid = execFileSync('ps', ['-o', 'uid=', '-p', String(databasePid)], { encoding: 'utf8' }).trim();
      expect(Number(uid)).toBeGreaterThan(0);
    } finally {
      await database.stop();
    }
  },
);
