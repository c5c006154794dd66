import { boundingBoxOf, type Position, signedRingArea } from '@marsad/contract/platform/geometry.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellAtResolution, h3CellOf } from './cells.ts';
import { distanceMetres } from './distance.ts';
import { simplifyRing } from './simplify-ring.ts';

test('one degree along the equator or a meridian is 111.195 km; antipodes are half the circumference', () => {
  expect(distanceMetres([0, 0], [1, 0])).toBeCloseTo(111_195.08, 1);
  expect(distanceMetres([35, 33], [35, 34])).toBeCloseTo(111_195.08, 1);
  expect(distanceMetres([0, 0], [180, 0])).toBeCloseTo(Math.PI * 6_371_008.8, 0);
  expect(distanceMetres([179.5, 0], [-179.5, 0])).toBeCloseTo(111_195.08, 1);
});

const position = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);

test('distance is the same both ways, nothing to itself', () => {
  fc.assert(
    fc.property(position, position, (a, b) => {
      expect(distanceMetres(a, b)).toBeCloseTo(distanceMetres(b, a), 4);
      expect(distanceMetres(a, a)).toBe(0);
    }),
  );
});

test('a point and its cell agree at every coarser resolution', () => {
  const cell = h3CellOf(35.5, 33.9);
  expect(cell).toMatch(/^89[0-9a-f]{13}$/);
  expect(cellAtResolution(cell, 9)).toBe(cell);
  expect(cellAtResolution(cell, 7)).toMatch(/^87[0-9a-f]{13}$/);
  expect(() => cellAtResolution(cell, 10)).toThrow(/from 0 to 9/);
  expect(() => cellAtResolution('nothing', 5)).toThrow(/H3 cell/);
  expect(() => h3CellOf(33.9, 135.5)).toThrow(/check their order/);
  expect(() => h3CellOf(Number.NaN, 0)).toThrow(RangeError);
});

test('box and turning direction of a ring', () => {
  const ring: Position[] = [
    [0, 0],
    [4, 0],
    [4, 2],
    [0, 0],
  ];
  expect(boundingBoxOf({ type: 'MultiPolygon', coordinates: [[ring]] })).toEqual([0, 0, 4, 2]);
  expect(signedRingArea(ring)).toBe(8);
  expect(signedRingArea([...ring].reverse())).toBe(-8);
  expect(() => boundingBoxOf({ type: 'MultiPolygon', coordinates: [] })).toThrow(/at least one position/);
});

/** Metres from a point to a segment, near the equator where a degree is the same both ways. */
function metresToSegment([px, py]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length));
  return Math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay)) * 111_195.08;
}

test('a simplified ring stays closed, within tolerance, and never grows', () => {
  const corner = fc
    .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }))
    .map(([x, y]): Position => [x / 1e4, y / 1e4]);
  fc.assert(
    fc.property(
      fc.array(corner, { minLength: 4, maxLength: 40 }),
      fc.integer({ min: 1, max: 300 }),
      (corners, tolerance) => {
        const ring = [...corners, corners[0] as Position];
        const simple = simplifyRing(ring, tolerance);
        expect(simple.length).toBeLessThanOrEqual(ring.length);
        expect(simple.length).toBeGreaterThanOrEqual(4);
        expect(simple[0]).toEqual(simple.at(-1));
        for (const point of ring) {
          const nearest = Math.min(
            ...simple.slice(1).map((end, i) => metresToSegment(point, simple[i] as Position, end)),
          );
          expect(nearest).toBeLessThanOrEqual(tolerance * 1.001 + 1e-6);
        }
      },
    ),
  );
});

test('a finely drawn circle loses most corners', () => {
  const circle = Array.from(
    { length: 1000 },
    (_, i): Position => [Math.cos((i * Math.PI) / 500) / 100, Math.sin((i * Math.PI) / 500) / 100],
  );
  const ring = [...circle, circle[0] as Position];
  const simple = simplifyRing(ring, 20);
  expect(simple.length).toBeLessThan(50);
  expect(simple.length).toBeGreaterThan(8);
  expect(simplifyRing(ring, 0)).toBe(ring);
});
