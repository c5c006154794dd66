import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { readRows } from './read-rows.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'marsad-geojson-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(content: Buffer | string) {
  const file = path.join(folder, 'file');
  writeFileSync(file, content);
  const rows = [];
  for await (const row of readRows(file)) rows.push(row);
  return rows;
}
const feature = (properties: object | null, geometry: object | null) => ({ type: 'Feature', properties, geometry });
const point = (...coordinates: number[]) => ({ type: 'Point', coordinates });
const collection = (features: object[], more = {}) => JSON.stringify({ type: 'FeatureCollection', ...more, features });

test('reads properties and points; a missing property is empty, another geometry is named and never a centroid', async () => {
  const text = collection([
    feature({ id: 1, نوع: 'شجار', ok: true, none: null, deep: { a: [1] } }, point(35.5, 33.9, 12)),
    feature({ id: 2, extra: 'x' }, { type: 'Polygon', coordinates: [[[1, 1]]] }),
    feature(null, null),
  ]);
  const expected = [
    { line: 0, cells: ['id', 'نوع', 'ok', 'none', 'deep', 'extra', '(geometry)'] },
    { line: 1, cells: ['1', 'شجار', 'true', '', '{"a":[1]}', '', '35.5 33.9'] },
    { line: 2, cells: ['2', '', '', '', '', 'x', 'Polygon'] },
    { line: 3, cells: ['', '', '', '', '', '', ''] },
  ];
  expect(await read(text)).toEqual(expected);
  expect(await read(gzipSync(`\uFEFF${text}`))).toEqual(expected);
});

test('twelve thousand features come one by one and in order', async () => {
  const features = Array.from({ length: 12_000 }, (_, id) => feature({ id }, point(35, 33)));
  const rows = await read(collection(features));
  expect(rows.slice(1).map((row) => row.cells?.[0])).toEqual(features.map((_, id) => String(id)));
});

test.each([
  ['no features', collection([]), 'file.empty'],
  ['a single feature', JSON.stringify(feature({}, null)), 'file.json'],
  ['JSON cut off', collection([feature({ a: 1 }, null)]).slice(0, -2), 'file.json'],
  ['broken JSON', '{"type":"FeatureCollection","features":[{"properties":{a:1}}]}', 'file.json'],
  [
    'metres',
    collection([feature({}, null)], { crs: { properties: { name: 'urn:ogc:def:crs:EPSG::22770' } } }),
    'file.projection',
  ],
  [
    'a million properties',
    collection([feature(Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`p${i}`, 1])), null)]),
    'file.columns',
  ],
  [
    'a feature without end',
    `{"type":"FeatureCollection","features":[{"properties":{"a":"${'x'.repeat(21_000_000)}`,
    'file.row_too_long',
  ],
  ['a bomb', gzipSync(`{"type":"FeatureCollection","x":"${' '.repeat(60_000_000)}"}`), 'file.bomb'],
  [
    'gzip cut off',
    gzipSync(collection(Array.from({ length: 900 }, (_, id) => feature({ id: id * 7919 }, null)))).subarray(0, 900),
    'file.packing',
  ],
])('%s is refused as a whole', async (_name, content, reason) => {
  await expect(read(content)).rejects.toMatchObject({ reason });
});
