import { readlinkSync } from 'node:fs';
import { mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pathOfBytes, receiveBytes } from './receive-bytes.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'marsad-bytes-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});
const limit = {
  mostBytes: 1000,
  tooLarge: () => {
    throw new Error('larger than allowed');
  },
};

test('bytes are kept under their digest, and the folders that name them are on the disk before that is said', async () => {
  const handle = await open(folder, 'r');
  const synced: string[] = [];
  const prototype = Object.getPrototypeOf(handle) as typeof handle;
  await handle.close();
  const { sync } = prototype;
  vi.spyOn(prototype, 'sync').mockImplementation(async function (this: typeof handle) {
    synced.push(readlinkSync(`/proc/self/fd/${this.fd}`));
    return sync.call(this);
  });
  const place = await receiveBytes(folder, Readable.from([Buffer.from('a picture')]), limit, async (received) => {
    await received.keep();
    return pathOfBytes(folder, received.sha256);
  });
  expect(await readFile(place, 'utf8')).toBe('a picture');
  expect(synced).toEqual([path.dirname(place), folder]);
});

test('two sendings of one file at once do not take each other’s part', async () => {
  const place = path.join(folder, 'imports-file');
  const halfDead = new Readable({ read() {} });
  halfDead.push('half of');
  const first = receiveBytes(folder, halfDead, limit, (received) => received.keep(place));
  await receiveBytes(folder, Readable.from([Buffer.from('the whole')]), limit, (received) => received.keep(place));
  halfDead.destroy(new Error('the line went dead'));
  await expect(first).rejects.toThrow('the line went dead');
  expect(await readFile(place, 'utf8')).toBe('the whole');
  expect(await readdir(folder)).toEqual(['imports-file']);
});

test('a disk with too little room is refused before a byte is read, and nothing is left', async () => {
  const bytes = Readable.from([Buffer.from('x')]);
  const use = vi.fn();
  await expect(
    receiveBytes(folder, bytes, { ...limit, leastFreeBytes: Number.MAX_SAFE_INTEGER }, use),
  ).rejects.toMatchObject({ data: { reason: 'file.disk_full' } });
  expect(use).not.toHaveBeenCalled();
  expect(bytes.readableDidRead).toBe(false);
  expect(await readdir(folder)).toEqual([]);
});

test('more than allowed is refused, and nothing is left', async () => {
  const bytes = Readable.from([Buffer.alloc(600), Buffer.alloc(600)]);
  await expect(receiveBytes(folder, bytes, limit, async () => {})).rejects.toThrow('larger than allowed');
  expect(await readdir(folder)).toEqual([]);
});
