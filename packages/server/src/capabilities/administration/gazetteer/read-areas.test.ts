import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { signedRingArea } from '@marsad/contract/platform/geometry.ts';
import { expect, test } from 'vitest';
import { AreaIndex } from '../../../platform/places/area-index.ts';
import { AreasFileError, readAreas } from './read-areas.ts';

const repositoryRoot = join(import.meta.dirname, '../../../../../..');
const data = join(process.env.MARSAD_SHARED ?? join(repositoryRoot, '../shared'), 'data');

const clockwise = [
  [0, 0],
  [0, 4],
  [4, 4],
  [4, 0],
  [0, 0],
];
const anticlockwise = [...clockwise].reverse();
const hole = [
  [1, 1],
  [2, 1],
  [2, 2],
  [1, 2],
  [1, 1],
];

function feature(geometry: unknown, properties: Record<string, unknown> = { id: 'a' }) {
  return { type: 'Feature', properties, geometry };
}
const polygon = (...coordinates: unknown[]) => ({ type: 'Polygon', coordinates });
const collection = (features: unknown[], more = {}) =>
  Buffer.from(JSON.stringify({ type: 'FeatureCollection', features, ...more }));
const read = (bytes: Buffer) => readAreas([bytes], { code: 'id', nameAr: 'ar', nameEn: 'en' });

test('polygons become multipolygons, wound as RFC 7946 asks, with code and names', async () => {
  const file = collection([
    feature(polygon(clockwise, hole), { id: 12, ar: 'مخفر الوادي', en: ' ' }),
    feature({ type: 'MultiPolygon', coordinates: [[anticlockwise]] }, { id: 'b', en: 'Valley' }),
  ]);
  const { areas, refused } = await read(gzipSync(file));
  expect(refused).toEqual([]);
  expect(areas).toMatchObject([
    { index: 0, code: '12', nameAr: 'مخفر الوادي' },
    { index: 1, code: 'b', nameEn: 'Valley' },
  ]);
  expect(areas[0]).not.toHaveProperty('nameEn');
  expect(areas[0]?.geometry.coordinates).toEqual([[anticlockwise, [...hole].reverse()]]);
  expect(areas[1]?.geometry.coordinates).toEqual([[anticlockwise]]);
});

test('each fault is refused with the index of its feature and what is wrong; the others are kept', async () => {
  const eight = [
    [0, 0],
    [2, 2],
    [2, 0],
    [0, 2],
    [0, 0],
  ];
  const { areas, refused } = await read(
    collection([
      feature(polygon(clockwise.slice(0, 4))),
      feature(
        polygon([
          [0, 0],
          [1, 1],
          [0, 0],
        ]),
      ),
      feature(
        polygon([
          [0, 0],
          [1, 1],
          [2, 2],
          [0, 0],
        ]),
      ),
      feature(
        polygon([
          [0, 0],
          [200, 1],
          [2, 2],
          [0, 0],
        ]),
      ),
      feature({ type: 'Point', coordinates: [1, 1] }),
      feature(null),
      feature(polygon(clockwise), { other: 1 }),
      feature(polygon(clockwise)),
      feature(polygon(clockwise), { id: 'a', en: 'Other' }),
      feature(polygon(eight), { id: 'eight' }),
      feature(
        polygon([
          [0, 0],
          ['1', 1],
          [2, 2],
          [0, 0],
        ]),
      ),
      feature({ type: 'MultiPolygon', coordinates: [] }),
      null,
    ]),
  );
  expect(areas.map(({ code }) => code)).toEqual(['a', 'eight']);
  const expected: [number, RegExp][] = [
    [0, /polygon 0, ring 0 to end where it starts/],
    [1, /at least 4 positions.*got 3/],
    [2, /enclose an area/],
    [3, /position 1, got 200/],
    [4, /got Point/],
    [5, /no geometry/],
    [6, /property "id".*other/],
    [8, /got another in feature 7/],
    [10, /two numbers/],
    [11, /at least one polygon/],
    [12, /Expected a Feature/],
  ];
  expect(refused.map(({ index }) => index)).toEqual(expected.map(([index]) => index));
  for (const [place, [, reason]] of expected.entries()) expect(refused[place]?.reason).toMatch(reason);
});

test('features of one code and name are one area, and it is said', async () => {
  const far = clockwise.map(([x = 0, y = 0]) => [x + 10, y]);
  const { areas, joined } = await read(collection([feature(polygon(clockwise)), feature(polygon(far))]));
  expect(areas).toHaveLength(1);
  expect(areas[0]?.geometry.coordinates).toHaveLength(2);
  expect(joined).toEqual([{ index: 1, into: 0, code: 'a' }]);
});

test('a file that is no collection of degrees is refused whole', async () => {
  await expect(read(Buffer.from('<!DOCTYPE html><html>'))).rejects.toThrow(/starts "<!DOCTYPE html>/);
  await expect(read(Buffer.from('{"type":"Feature"}'))).rejects.toThrow(/got Feature/);
  await expect(read(Buffer.from('[]'))).rejects.toThrow(AreasFileError);
  const projected = { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::22770' } } };
  await expect(read(collection([], projected))).rejects.toThrow(/EPSG::22770/);
  const degrees = { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } } };
  expect(await read(collection([], degrees))).toEqual({ areas: [], joined: [], refused: [] });
});

test.each([
  ['lebanon/governorates-natural-earth.geojson', 'adm1_code', 6, [35.5, 33.89]],
  ['sf-fire/neighbourhoods.geojson', 'nhood', 41, [-122.4194, 37.76]],
  ['nyc-vehicle-thefts/precincts.geojson.gz', 'Precinct', 77, [-73.985, 40.7484]],
  ['chicago-assaults/districts.geojson.gz', 'district', 23, [-87.65, 41.88]],
] as const)('%s reads whole (skips without MARSAD_SHARED)', async (name, code, count, [longitude, latitude]) => {
  const path = join(data, name);
  if (!existsSync(path)) return expect(existsSync(path), 'skipped: the shared data is absent').toBe(false);
  const { areas, refused } = await readAreas(createReadStream(path), { code });
  expect(refused).toEqual([]);
  expect(areas).toHaveLength(count);
  for (const { geometry } of areas) {
    for (const [outer, ...holes] of geometry.coordinates) {
      expect(signedRingArea(outer ?? [])).toBeGreaterThan(0);
      for (const inner of holes) expect(signedRingArea(inner)).toBeLessThan(0);
    }
  }
  const index = new AreaIndex(areas.map(({ code: id, geometry }) => ({ id, geometry })));
  expect(index.find(longitude, latitude)).toHaveLength(1);
});
