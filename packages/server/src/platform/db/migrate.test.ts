// Migrations: safe when many servers start at once, refused when the database is newer, and as the files in review say.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { runtimePasswordOfTests } from '../../../test/server.ts';
import { knownMigrations, migrate, NewerSchemaError } from './migrate.ts';
import { connectClient } from './pools.ts';

const password = runtimePasswordOfTests;
const databases = ['migrate_twenty', 'migrate_whole'];
const urlOf = (database: string): string => {
  const url = new URL(inject('ownerUrl'));
  url.pathname = `/${database}`;
  return url.href;
};

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = await connectClient(url, 'test');
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  for (const database of databases) await ask(inject('ownerUrl'), `CREATE DATABASE ${database}`);
});
afterAll(async () => {
  for (const database of databases) await ask(inject('ownerUrl'), `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
});

test('twenty servers that start at once on an empty database run each migration once', async () => {
  const url = urlOf('migrate_twenty');
  const runs = await Promise.all(Array.from({ length: 20 }, () => migrate(url, password)));
  expect(runs.filter((names) => names.length > 0)).toEqual([knownMigrations()]);
  const rows = await ask(url, 'SELECT name FROM migration ORDER BY name');
  expect(rows.map((row) => row.name)).toEqual(knownMigrations());
});

test('older code refuses a newer schema and changes nothing', async () => {
  const url = urlOf('migrate_twenty');
  await ask(url, "INSERT INTO migration (name, run_on) VALUES ('29991231000000_later', now())");
  await expect(migrate(url, password)).rejects.toThrow(NewerSchemaError);
  await expect(migrate(url, password)).rejects.toThrow('29991231000000_later');
  expect(await ask(url, 'SELECT count(*) AS n FROM migration')).toEqual([{ n: knownMigrations().length + 1 }]);
});

test('schema.sql and the generated types are what the migrations make', async () => {
  const url = urlOf('migrate_whole');
  await migrate(url, password);
  const script = path.resolve(import.meta.dirname, '../../../../../scripts/schema-types.mjs');
  const run = spawnSync(process.execPath, [script, '--check', `--url=${url}`], { encoding: 'utf8' });
  expect([run.status, run.stderr]).toEqual([0, '']);
  await ask(url, 'ALTER TABLE setting ADD COLUMN forgotten int');
  const stale = spawnSync(process.execPath, [script, '--check', `--url=${url}`], { encoding: 'utf8' });
  expect([stale.status, stale.stderr.match(/is not what the migrations make/g)?.length]).toEqual([1, 2]);
});

test('every table says what it is, or its columns do, and the log can only be added to by the runtime role', () => {
  const sql = readFileSync(path.resolve(import.meta.dirname, '../../../schema.sql'), 'utf8');
  expect(sql).toContain('GRANT INSERT, SELECT ON audit_entry TO marsad_runtime;');
  expect(sql).toContain('GRANT SELECT ON audit_seal TO marsad_runtime;');
  expect(sql).not.toMatch(/GRANT [A-Z, ]*(UPDATE|DELETE)[A-Z, ]* ON audit_/);
  expect(sql).toContain('ALTER TABLE incident FORCE ROW LEVEL SECURITY;');
});
