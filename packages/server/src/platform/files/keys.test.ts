import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StartError } from '../db/embedded/start-error.ts';
import { readKeys } from './keys.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'marsad-keys-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));
const file = (name: string): string => path.join(data, 'keys', name);

test('makes each key once, whole, for its owner alone, and leaves no draft', () => {
  const first = readKeys(data);
  expect(first.audit).toHaveLength(32);
  expect(readKeys(data)).toEqual(first);
  expect(readdirSync(path.join(data, 'keys')).sort()).toEqual(['audit', 'runtime-database', 'session']);
  for (const name of ['audit', 'session', 'runtime-database']) expect(statSync(file(name)).mode & 0o777).toBe(0o600);
  expect(new Set([first.audit.toString('hex'), first.session, first.runtimePassword]).size).toBe(3);
});

test.each(['audit', 'session', 'runtime-database'])(
  'refuses an empty or cut-off %s key and leaves it as it is',
  (name) => {
    readKeys(data);
    for (const length of [7, 0]) {
      truncateSync(file(name), length);
      const read = () => readKeys(data);
      expect(read).toThrow(StartError);
      expect(read).toThrow(` in ${file(name)}, got ${length === 0 ? 'an empty file' : '7 characters that are none'}`);
      expect(readFileSync(file(name), 'utf8')).toHaveLength(length);
    }
  },
);

test('takes a key that ends with a new line, and no other text', () => {
  mkdirSync(path.join(data, 'keys'));
  writeFileSync(file('session'), `${'0f'.repeat(32)}\n`);
  expect(readKeys(data).session).toBe('0f'.repeat(32));
  writeFileSync(file('session'), 'z'.repeat(64));
  expect(() => readKeys(data)).toThrow('Expected 64 hexadecimal digits');
});

test('a draft that a power cut left is not taken for a key', () => {
  mkdirSync(path.join(data, 'keys'));
  writeFileSync(file('audit.1.draft'), '');
  expect(readKeys(data).audit).toHaveLength(32);
});
