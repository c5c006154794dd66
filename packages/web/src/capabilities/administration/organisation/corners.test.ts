import { expect, test } from 'vitest';
import { crossesItself, drawnPolygons, squareKilometres } from './corners.ts';

const at = (longitude: number, latitude: number) => ({ longitude, latitude });
const square = [at(35, 34), at(36, 34), at(36, 35), at(35, 35)];

test('an outline is closed; a single corner draws nothing', () => {
  expect(drawnPolygons([])).toEqual([]);
  expect(drawnPolygons([at(35, 34)])).toEqual([]);
  const [[ring] = []] = drawnPolygons(square);
  expect(ring).toHaveLength(5);
  expect(ring?.[0]).toEqual(ring?.at(-1));
});

test('an outline like an 8 crosses itself; a square, a triangle and a bent one do not', () => {
  expect(crossesItself([at(0, 0), at(1, 1), at(1, 0), at(0, 1)])).toBe(true);
  // A side that runs back over another.
  expect(crossesItself([at(0, 0), at(2, 0), at(2, 1), at(1, 0), at(0, 1)])).toBe(true);
  expect(crossesItself(square)).toBe(false);
  expect(crossesItself(square.slice(0, 3))).toBe(false);
  expect(crossesItself([at(0, 0), at(4, 0), at(4, 4), at(2, 1), at(0, 4)])).toBe(false);
  expect(crossesItself([])).toBe(false);
});

test('a surface is that of the sphere, a hole taken off', () => {
  // A square of one degree: r² · Δλ · (sin φ₂ − sin φ₁), the exact zone of the sphere.
  const rad = Math.PI / 180;
  const exact = 6_371.0088 ** 2 * rad * (Math.sin(35 * rad) - Math.sin(34 * rad));
  expect(Math.abs(squareKilometres(drawnPolygons(square)) / exact - 1)).toBeLessThan(0.01);
  const [[ring = []] = []] = drawnPolygons(square);
  expect(squareKilometres([[ring, [...ring].reverse()]])).toBeCloseTo(0, 6);
  expect(squareKilometres([])).toBe(0);
});
