// What the doctor says of a machine in order, and of each thing out of order.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runMigrations } from 'graphile-worker';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { cloneTemplate, runtimePasswordOfTests } from '../../../test/server.ts';
import { readSettings, type Settings } from '../config/settings.ts';
import { migrate } from '../db/migrate.ts';
import { connectClient } from '../db/pools.ts';
import { createCertificates } from '../tls/create-certificates.ts';
import { checkCertificate } from './check-certificate.ts';
import { checkDatabase } from './check-database.ts';
import { checkBackup, checkFolder, checkKeys } from './check-folder.ts';
import { checkMart, checkNode, checkPort } from './check-machine.ts';
import { examine } from './examine.ts';

const now = new Date('2026-11-25T08:00:00Z');
let base: string;
let url: string;
beforeAll(async () => {
  base = mkdtempSync(path.join(tmpdir(), 'marsad-doctor-'));
  url = await cloneTemplate(inject('ownerUrl'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

function settings(more: Record<string, string> = {}): Settings {
  const read = readSettings(
    { MARSAD_DATA: path.join(base, 'absent'), MARSAD_PORT: '0', DATABASE_URL: url, ...more },
    base,
  );
  if ('errors' in read) throw new Error(read.errors.join());
  return read.settings;
}
const states = (findings: { check: string; state: string }[]) =>
  Object.fromEntries(findings.map(({ check, state }) => [check, state]));

test('a machine in order has no failure, and says what to do wherever something is not', async () => {
  const findings = await examine(settings(), now);
  expect(findings.filter((finding) => finding.state === 'fail')).toEqual([]);
  expect(findings.map((finding) => finding.check)).toEqual(
    expect.arrayContaining([
      'node',
      'languages',
      'disk',
      'data folder',
      'keys',
      'port',
      'certificate',
      'database',
      'database owner',
      'migrations',
      'database letters',
      'clock',
      'audit log',
      'jobs',
      'mart',
      'backup',
    ]),
  );
  for (const finding of findings) expect(finding.state === 'ok' || Boolean(finding.todo)).toBe(true);
});

test('an old Node, a folder of a later version, open keys and a port that is taken fail', async () => {
  expect(states(checkNode('22.11.0'))).toMatchObject({ node: 'fail', languages: 'ok' });
  const folder = path.join(base, 'kept');
  mkdirSync(path.join(folder, 'keys'), { recursive: true, mode: 0o700 });
  writeFileSync(path.join(folder, 'keys/audit'), 'x', { mode: 0o600 });
  expect(checkKeys(folder).state).toBe('ok');
  chmodSync(path.join(folder, 'keys/audit'), 0o640);
  expect(checkKeys(folder)).toMatchObject({ state: 'fail', found: expect.stringContaining('keys/audit') });
  expect(states(checkFolder(folder))['data folder']).toBe('ok');
  writeFileSync(path.join(folder, 'version.json'), '{"version":99}');
  expect(states(checkFolder(folder))['data folder']).toBe('fail');

  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  expect(await checkPort({ ...settings(), port }, null)).toMatchObject({ state: 'fail' });
  expect(await checkPort({ ...settings(), port }, { ok: true, checks: {} })).toMatchObject({ state: 'ok' });
  await new Promise((resolve) => other.close(resolve));
});

test('the mart is judged by the server that keeps it', () => {
  expect(checkMart(null).state).toBe('ok');
  expect(['ok', 'behind', 'failed'].map((mart) => checkMart({ ok: true, checks: { mart } }).state)).toEqual([
    'ok',
    'warn',
    'fail',
  ]);
});

test('a real force needs a backup of these days, a try-out none', () => {
  const folder = path.join(base, 'backed');
  mkdirSync(folder);
  expect([checkBackup(folder, now, true).state, checkBackup(folder, now, false).state]).toEqual(['fail', 'ok']);
  for (const [at, state] of [
    ['2026-11-24T22:00:00Z', 'ok'],
    ['2026-11-22T07:00:00Z', 'warn'],
    ['2026-11-01T07:00:00Z', 'fail'],
  ] as const) {
    writeFileSync(path.join(folder, 'last-backup.json'), JSON.stringify({ at }));
    expect(checkBackup(folder, now, true).state).toBe(state);
  }
});

test('a certificate must name the host that people type, and hold for a while', async () => {
  const made = await createCertificates(path.join(base, 'tls'), ['room.example'], now);
  const served = (origin: string) =>
    settings({ MARSAD_TLS_CERT: made.certFile, MARSAD_TLS_KEY: made.keyFile, MARSAD_ORIGIN: origin });
  const at = (day: string) => checkCertificate(served('https://room.example'), new Date(day)).state;
  expect(checkCertificate(settings(), now).state).toBe('ok');
  expect([at('2026-11-26'), at('2027-12-10'), at('2028-02-01'), at('2026-01-01')]).toEqual([
    'ok',
    'warn',
    'fail',
    'fail',
  ]);
  expect(checkCertificate(served('https://elsewhere.example'), now)).toMatchObject({
    state: 'fail',
    found: 'it does not name elsewhere.example',
  });
  const lost = settings({ MARSAD_TLS_CERT: 'none.pem', MARSAD_TLS_KEY: 'none.pem' });
  expect(checkCertificate(lost, now)).toMatchObject({ state: 'fail', found: 'cannot be read (ENOENT)' });
});

test('a database of a later version, out of reach, with a clock set back, unsealed entries or a stuck job is told', async () => {
  const lost = await checkDatabase('postgres://nobody:hidden@127.0.0.1:1/none', false);
  expect(states(lost)).toEqual({ database: 'fail' });
  expect(JSON.stringify(lost)).not.toContain('hidden');
  const owner = await connectClient(url, 'test');
  try {
    await owner.query("INSERT INTO migration (name, run_on) VALUES ('29991231000000_later', now())");
    expect(states(await checkDatabase(url, false)).migrations).toBe('fail');
    await owner.query("DELETE FROM migration WHERE name = '29991231000000_later'");
    await owner.query('ALTER TABLE audit_unsealed DISABLE TRIGGER ALL; INSERT INTO audit_unsealed VALUES (9000000)');
    await owner.query(
      "INSERT INTO event (position, outbox_id, kind, payload, at) VALUES (9000000, 9000000, 'test', '{}', now() + interval '1 hour')",
    );
    expect(states(await checkDatabase(url, true))).toMatchObject({ 'audit log': 'warn', clock: 'fail', jobs: 'ok' });
    await runMigrations({ connectionString: url });
    await owner.query("SELECT graphile_worker.add_job('import')");
    expect(states(await checkDatabase(url, true)).jobs).toBe('ok');
    await owner.query('UPDATE graphile_worker._private_jobs SET attempts = max_attempts');
    expect(states(await checkDatabase(url, true)).jobs).toBe('warn');
  } finally {
    await owner.end();
  }
});

test('a database whose locale knows no Arabic letters is told, for search would find no Arabic word', async () => {
  const name = new URL(url).pathname.slice(1);
  const plain = new URL(url);
  plain.pathname = `/${name}_plain`;
  const owner = await connectClient(inject('ownerUrl'), 'test');
  try {
    await owner.query(
      `CREATE DATABASE ${name}_plain TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C'`,
    );
    await migrate(plain.href, runtimePasswordOfTests);
    expect(states(await checkDatabase(plain.href, false))['database letters']).toBe('fail');
    expect(states(await checkDatabase(url, false))['database letters']).toBe('ok');
  } finally {
    await owner.query(`DROP DATABASE IF EXISTS ${name}_plain WITH (FORCE)`);
    await owner.end();
  }
});
