import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type DuckDbFile, openDuckDbFile } from './duckdb-file.ts';

const opened: DuckDbFile[] = [];
const folders: string[] = [];
async function openIn(folder: string, name = 'a.duckdb'): Promise<DuckDbFile> {
  const file = await openDuckDbFile({ path: join(folder, name), memoryMegabytes: 100, threads: 1, readers: 2 });
  opened.push(file);
  return file;
}
async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'marsad-duckdb-'));
  folders.push(folder);
  return folder;
}
afterEach(async () => {
  for (const file of opened.splice(0)) await file.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

test('binds values, lists and hostile text as values', async () => {
  const file = await openIn(await makeFolder());
  const hostile = "x'; DROP TABLE t; --";
  await file.write((session) => session.run('CREATE TABLE t (name VARCHAR, n INTEGER)'));
  await file.write((session) => session.run('INSERT INTO t VALUES ($1, $2)', [hostile, 3]));
  expect(await file.read('SELECT name FROM t WHERE n IN (SELECT unnest($1::INT[]))', [[1, 3]])).toEqual([
    { name: hostile },
  ]);
  expect(await file.read('SELECT count(*) AS c FROM t WHERE n IN (SELECT unnest($1::INT[]))', [[]])).toEqual([
    { c: 0n },
  ]);
  expect(await file.read('SELECT count(*) AS c FROM t WHERE name = $1', [hostile])).toEqual([{ c: 1n }]);
});

test('rolls a failed write back and lets the next one through', async () => {
  const file = await openIn(await makeFolder());
  await file.write((session) => session.run('CREATE TABLE t (n INTEGER)'));
  const failing = file.write(async (session) => {
    await session.run('INSERT INTO t VALUES (1)');
    throw new Error('the source broke off');
  });
  await expect(failing).rejects.toThrow('the source broke off');
  await file.write((session) => session.run('INSERT INTO t VALUES (2)'));
  expect(await file.read('SELECT n FROM t')).toEqual([{ n: 2 }]);
});

test('puts a finished file in place while reads go on', async () => {
  const folder = await makeFolder();
  const file = await openIn(folder);
  await file.write((session) => session.run('CREATE TABLE t AS SELECT 1 AS n'));
  const built = await openIn(folder, 'b.duckdb');
  await built.write((session) => session.run('CREATE TABLE t AS SELECT 2 AS n'));
  await built.close();
  const before = Array.from({ length: 6 }, () => file.read('SELECT n FROM t'));
  const swap = file.replaceWith(join(folder, 'b.duckdb'));
  const answers = await Promise.all(before);
  await swap;
  for (const rows of answers) expect([1, 2]).toContain(rows[0]?.n);
  expect(await file.read('SELECT n FROM t')).toEqual([{ n: 2 }]);
});

test('keeps one state for reads that belong together, and a writer waits for them', async () => {
  const file = await openIn(await makeFolder());
  await file.write((session) => session.run('CREATE TABLE t AS SELECT 1 AS n'));
  const order: string[] = [];
  const count = (read: DuckDbFile['read']) => read('SELECT count(*)::INT AS n FROM t').then((rows) => rows[0]?.n);
  const together = file.readTogether(async (read) => {
    const write = file.write((session) => session.run('INSERT INTO t VALUES (2)')).then(() => order.push('written'));
    const first = await count(read);
    const second = await count(read);
    order.push('read');
    return { first, second, write };
  });
  const { first, second, write } = await together;
  await write;
  expect([first, second, await count(file.read)]).toEqual([1, 1, 2]);
  expect(order).toEqual(['read', 'written']);
});

test('reaches no other file and downloads nothing', async () => {
  const file = await openIn(await makeFolder());
  await expect(file.read("SELECT * FROM read_text('/etc/hostname')")).rejects.toThrow(/disabled|Permission/);
  await expect(file.read('INSTALL spatial')).rejects.toThrow();
});
