import { expect, test } from 'vitest';
import { boundsOf, circleAround } from './circle.ts';

// Great-circle distance with the mean radius of the earth (IUGG), apart from what circleAround uses.
function metres([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((y1 - y0) * rad) / 2) ** 2 +
    Math.cos(y0 * rad) * Math.cos(y1 * rad) * Math.sin(((x1 - x0) * rad) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h));
}

test('every corner of the circle lies a radius away, and it is closed', () => {
  const ring = circleAround(35.84, 34.43, 400);
  expect(ring[0]).toEqual(ring.at(-1));
  for (const corner of ring) expect(Math.abs(metres([35.84, 34.43], corner) - 400)).toBeLessThan(1);
});

test('bounds hold all polygons; of nothing there are none', () => {
  expect(boundsOf([])).toBeNull();
  expect(boundsOf([[[[1, 2]]], [[[3, -4]]]])).toEqual([1, -4, 3, 2]);
});
