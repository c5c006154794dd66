import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { cloneTemplate } from '../../../../test/server.ts';
import { systemClock } from '../../../platform/clock/clock.ts';
import { createPool } from '../../../platform/db/pools.ts';
import { feed } from './feed-mart.ts';
import { keepFed } from './keep-fed.ts';
import { at, incident } from './mart.fixture.ts';
import { martPosition, openMart, readState } from './mart.ts';

// Of DuckDB's format: three headers of 4,096 bytes, then blocks of 262,144.
const headersBytes = 3 * 4096;
const blockBytes = 262_144;
const readAll = 'SELECT sum(hash(columns(*))) FROM incident';

let folder = '';
const options = () => ({ path: join(folder, 'mart.duckdb'), memoryMegabytes: 200, threads: 1, readers: 2 });
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marsad-mart-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function makeFed(position: number, epoch: string): Promise<void> {
  const mart = await openMart(options());
  const incidents = Array.from({ length: 20_000 }, (_, n) => incident(n, { createdAt: at(n * 97) }));
  await feed(mart, incidents, { position, epoch, at: at(9000) });
  await mart.file.close();
}

/** Flips bytes unevenly: the checksum of a block cancels what is flipped the same way in two equal words. */
async function flip(from: number, length: number): Promise<void> {
  const bytes = await readFile(options().path);
  for (let at = from; at < Math.min(from + length, bytes.length); at += 101)
    bytes.writeUInt8((bytes[at] ?? 0) ^ 255, at);
  await writeFile(options().path, bytes);
}

/** The number of a block with nothing in it but values of incidents. */
async function blockOfIncidentsAlone(): Promise<number> {
  const mart = await openMart(options());
  const blocks = (table: string) => `SELECT block_id FROM pragma_storage_info('${table}') WHERE persistent`;
  const [row] = await mart.file.read(
    `${blocks('incident')} EXCEPT ${blocks('mart_state')} EXCEPT ${blocks('incident_class')} ORDER BY 1 LIMIT 1`,
  );
  await mart.file.close();
  return Number(row?.block_id);
}

test.each([
  ['the headers', 0, headersBytes],
  ['the first block', headersBytes, blockBytes],
  ['everything', 0, Number.POSITIVE_INFINITY],
])('begins anew where there is damage in %s', async (_name, from, length) => {
  await makeFed(7, 'e1');
  await flip(from, length);
  const mart = await openMart(options());
  expect(await martPosition(mart)).toBe(0);
  await feed(mart, [incident(1)], { position: 1, epoch: 'e1', at: at(9000) });
  expect(await mart.file.read('SELECT count(*)::INTEGER AS found FROM incident')).toEqual([{ found: 1 }]);
  await mart.file.close();
});

test('is made anew from the database when a figure meets a damaged block in the middle', async () => {
  const owner = createPool(await cloneTemplate(inject('ownerUrl')), { max: 1, name: 'test' });
  const head = await owner.query(
    'SELECT (SELECT epoch FROM event_epoch ORDER BY made_at DESC LIMIT 1) AS epoch, coalesce(max(position), 0)::integer AS position FROM event',
  );
  const { epoch, position } = head.rows[0];
  await makeFed(position, epoch);
  await flip(headersBytes + (await blockOfIncidentsAlone()) * blockBytes, blockBytes);
  const mart = await openMart(options());
  expect((await readState(mart.file.read)).position).toBe(position);
  const told = vi.fn();
  mart.file.whenDamaged(told);
  await expect(mart.file.read(readAll)).rejects.toThrow(/corrupt/i);
  await expect(mart.file.read(readAll)).rejects.toThrow(/corrupt/i);
  expect(told).toHaveBeenCalledTimes(1);

  const errors: unknown[] = [];
  const keeper = keepFed({ mart, owner, clock: systemClock, onError: (error) => errors.push(error) });
  await keeper.catchUp();
  const [written] = (await owner.query('SELECT count(*)::integer AS found FROM incident')).rows;
  expect(await mart.file.read('SELECT count(*)::INTEGER AS found FROM incident')).toEqual([written]);
  expect(mart.file.isDamaged()).toBe(false);
  await mart.file.read(readAll);
  expect(errors).toEqual([]);
  await keeper.stop();
  await mart.file.close();
  await owner.end();
});

test('leaves a file alone that another process holds, and says so', async () => {
  await makeFed(7, 'e1');
  const holder = `const { DuckDBInstance } = await import('@duckdb/node-api');
    await DuckDBInstance.create(process.argv[1]); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', holder, options().path], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(child.stdout, 'data');
    await expect(openMart(options())).rejects.toThrow('another process holds; stop the other server');
  } finally {
    child.kill();
    await once(child, 'exit');
  }
  const mart = await openMart(options());
  expect(await martPosition(mart)).toBe(7);
  await mart.file.close();
});
