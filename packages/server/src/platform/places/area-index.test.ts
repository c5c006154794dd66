import type { AreaGeometry, Polygon, Ring } from '@marsad/contract/platform/geometry.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AreaIndex } from './area-index.ts';

/** Plain even-odd over all edges with the boundary inside: slow and obvious. */
function naiveContains(polygons: readonly Polygon[], x: number, y: number): boolean {
  return polygons.some((polygon) => {
    let crossings = 0;
    for (const ring of polygon) {
      for (let i = 1; i < ring.length; i += 1) {
        const [x0, y0] = ring[i - 1] as [number, number];
        const [x1, y1] = ring[i] as [number, number];
        const onLine = (x1 - x0) * (y - y0) === (x - x0) * (y1 - y0);
        const inBox = x >= Math.min(x0, x1) && x <= Math.max(x0, x1) && y >= Math.min(y0, y1) && y <= Math.max(y0, y1);
        if (onLine && inBox) return true;
        if (y0 <= y !== y1 <= y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) crossings += 1;
      }
    }
    return crossings % 2 === 1;
  });
}

const corner = fc.tuple(fc.integer({ min: -8, max: 8 }), fc.integer({ min: -8, max: 8 }));
const ring = fc
  .array(corner, { minLength: 3, maxLength: 9 })
  .map((corners): Ring => [...corners, corners[0] as [number, number]]);
const geometry = fc
  .array(fc.array(ring, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((coordinates): AreaGeometry => ({ type: 'MultiPolygon', coordinates }));

test('any areas and any point: the index answers as the naive rule does', () => {
  fc.assert(
    fc.property(fc.array(geometry, { maxLength: 5 }), corner, (geometries, [x, y]) => {
      const index = new AreaIndex(geometries.map((shape, id) => ({ id, geometry: shape })));
      const expected = geometries.flatMap((shape, id) => (naiveContains(shape.coordinates, x, y) ? [id] : []));
      expect([...index.find(x, y)].sort((a, b) => a - b)).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

const square = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const area = (id: string, ...coordinates: Polygon[]) => ({
  id,
  geometry: { type: 'MultiPolygon' as const, coordinates },
});

test('holes are outside, their edge inside; parts of a multipolygon answer once', () => {
  const index = new AreaIndex([area('ring', [square(0, 0, 10, 10), square(4, 4, 6, 6)], [square(10, 0, 12, 2)])]);
  expect(index.find(1, 1)).toEqual(['ring']);
  expect(index.find(5, 5)).toEqual([]);
  expect(index.find(4, 5)).toEqual(['ring']);
  expect(index.find(10, 1)).toEqual(['ring']);
  expect(index.find(11, 5)).toEqual([]);
  expect(index.boundingBox('ring')).toEqual([0, 0, 12, 10]);
  expect(index.boundingBox('other')).toBeUndefined();
});

test('a shared border belongs to both sides, the smaller area first', () => {
  const index = new AreaIndex([area('large', [square(0, 0, 9, 9)]), area('small', [square(9, 0, 11, 9)])]);
  expect(index.find(9, 3)).toEqual(['small', 'large']);
});

test('no areas, no number, an id twice', () => {
  expect(new AreaIndex([]).find(1, 1)).toEqual([]);
  expect(new AreaIndex([area('a', [square(0, 0, 1, 1)])]).find(Number.NaN, 0)).toEqual([]);
  expect(() => new AreaIndex([area('a', [square(0, 0, 1, 1)]), area('a', [square(0, 0, 1, 1)])])).toThrow(/a twice/);
});

test('answers at least 10,000 points a second over areas of 2,000 corners', () => {
  const areas = Array.from({ length: 100 }, (_, id) => {
    const [cx, cy] = [id % 10, Math.floor(id / 10)];
    const corners = Array.from({ length: 2000 }, (_, i): [number, number] => {
      const angle = (i / 2000) * 2 * Math.PI;
      const radius = 0.5 + 0.05 * Math.sin(angle * 40);
      return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
    });
    return {
      id,
      geometry: { type: 'MultiPolygon' as const, coordinates: [[[...corners, corners[0] as [number, number]]]] },
    };
  });
  const index = new AreaIndex(areas);
  const started = performance.now();
  let found = 0;
  for (let i = 0; i < 20_000; i += 1) found += index.find((i * 0.61803) % 9.5, (i * 0.414214) % 9.5).length;
  const seconds = (performance.now() - started) / 1000;
  expect(found).toBeGreaterThan(10_000);
  expect(20_000 / seconds).toBeGreaterThan(10_000);
});
