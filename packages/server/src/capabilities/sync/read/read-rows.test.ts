import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { readRows } from './read-rows.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'marsad-rows-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(content: Buffer | string, options = {}) {
  const file = path.join(folder, 'file');
  writeFileSync(file, content);
  const rows = [];
  for await (const row of readRows(file, options)) rows.push(row);
  return rows;
}
const cells = async (content: Buffer | string, options = {}) => (await read(content, options)).map((row) => row.cells);

const arabic = 'رقم,نوع\n1,شجار\n';
const expected = [
  ['رقم', 'نوع'],
  ['1', 'شجار'],
];

test.each([
  ['UTF-8', Buffer.from(arabic)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${arabic}`)],
  ['UTF-16 little endian', iconv.encode(arabic, 'utf-16le', { addBOM: true })],
  ['UTF-16 big endian', iconv.encode(arabic, 'utf-16be', { addBOM: true })],
  ['UTF-16 little endian without a mark', iconv.encode(arabic, 'utf-16le', { addBOM: false })],
  ['UTF-16 big endian without a mark', iconv.encode(arabic, 'utf-16be', { addBOM: false })],
  ['Windows-1256', iconv.encode(arabic, 'windows-1256')],
  ['gzip', gzipSync(arabic)],
  ['CR alone', Buffer.from(arabic.replaceAll('\n', '\r'))],
  ['tabs', Buffer.from(arabic.replaceAll(',', '\t'))],
])('reads %s', async (_name, content) => {
  expect(await cells(content)).toEqual(expected);
});

test('a break within quotes stays in its cell, and later rows keep their line', async () => {
  expect(await read('a,b\n1,"two\nlines"\n2,x\n')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1', 'two\nlines'] },
    { line: 4, cells: ['2', 'x'] },
  ]);
});

test('a ragged row is marked and the rest goes on', async () => {
  expect(await cells('a,b\n1\n2,3,4\n5,6\n')).toEqual([['a', 'b'], null, null, ['5', '6']]);
});

test.each([
  ['an empty file', '', 'file.empty'],
  ['a million columns', 'a,'.repeat(400_000), 'file.columns'],
  ['a row without end', `a,b\n${'x'.repeat(1_200_000)}`, 'file.row_too_long'],
  ['a quote never closed', 'a,b\n1,"x\n2,y\n', 'file.quotes'],
  ['a bomb', gzipSync(Buffer.alloc(60_000_000, `${'x'.repeat(4_000)},b\n`)), 'file.bomb'],
  ['a gzip cut off', gzipSync(Buffer.from(arabic.repeat(9000))).subarray(0, 100), 'file.packing'],
])('%s is refused as a whole', async (_name, content, reason) => {
  await expect(read(content)).rejects.toMatchObject({ reason });
});

test.each([
  ['UTF-8 stated, Windows-1256 found', iconv.encode(arabic, 'windows-1256'), 'utf-8'],
  ['Windows-1256 stated, UTF-8 found', Buffer.from(arabic), 'windows-1256'],
  ['UTF-16 stated, UTF-8 found', Buffer.from(arabic), 'utf-16le'],
  ['big endian stated, little endian found', iconv.encode(arabic, 'utf-16le', { addBOM: true }), 'utf-16be'],
])('%s: refused before a letter is read wrongly', async (_name, content, encoding) => {
  await expect(read(content, { encoding })).rejects.toMatchObject({ reason: 'file.encoding' });
});

test('a file of a heading alone gives the heading and no row; the heading may stand lower', async () => {
  expect(await cells('a,b\n')).toEqual([['a', 'b']]);
  expect(await read('A title,\n\na,b\n1,2\n', { headingRow: 3 })).toEqual([
    { line: 3, cells: ['a', 'b'] },
    { line: 4, cells: ['1', '2'] },
  ]);
});

test('a zero byte stays in its cell, where the mapping refuses it', async () => {
  expect(await cells('a,b\n1,x\0y\n')).toEqual([
    ['a', 'b'],
    ['1', 'x\0y'],
  ]);
});
