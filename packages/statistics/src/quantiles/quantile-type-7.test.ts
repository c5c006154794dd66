import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantilesType7, quantileType7 } from './quantile-type-7.ts';

// Expected values are exact fractions of the published definition (h = (n - 1) p), worked by hand; the first block also is
// what R prints for quantile(1:10) and quantile(c(2, 4, 4, 5, 7, 9), c(.5, .9)).
test('gives what R gives by default', () => {
  const oneToTen = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  expect(quantilesType7(oneToTen, [0, 0.25, 0.5, 0.75, 1])).toEqual([1, 3.25, 5.5, 7.75, 10]);
  expect(quantileType7(oneToTen, 0.9)).toBeCloseTo(9.1, 12);
  expect(quantilesType7([9, 4, 2, 7, 5, 4], [0.5, 0.9])).toEqual([4.5, 8]);
  expect(quantileType7([1, 2, 4], 0.9)).toBeCloseTo(3.6, 12);
});

test('answers the edges: none, one, ties, order untouched', () => {
  expect(quantileType7([], 0.5)).toBeNull();
  expect(quantileType7([7], 0.9)).toBe(7);
  expect(quantileType7([3, 3, 3, 3], 0.37)).toBe(3);
  const given = [3, 1, 2];
  quantileType7(given, 0.5);
  expect(given).toEqual([3, 1, 2]);
});

test('refuses what has no place in an order', () => {
  expect(() => quantileType7([1, Number.NaN], 0.5)).toThrow(/finite numbers, got NaN at 1/);
  expect(() => quantileType7([1], 90)).toThrow(/probability from 0 to 1, got 90/);
});

test('lies between the extremes, grows with p and moves with a shift', () => {
  const numbers = fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 1, maxLength: 60 });
  const p = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
  fc.assert(
    fc.property(numbers, p, p, fc.integer({ min: -1000, max: 1000 }), (values, a, b, shift) => {
      const [low, high] = quantilesType7(values, [Math.min(a, b), Math.max(a, b)]);
      expect(low).toBeGreaterThanOrEqual(Math.min(...values));
      expect(high).toBeLessThanOrEqual(Math.max(...values));
      expect(high).toBeGreaterThanOrEqual((low ?? 0) - 1e-9);
      const moved = quantileType7(
        values.map((value) => value + shift),
        a,
      );
      expect(moved).toBeCloseTo((quantileType7(values, a) ?? 0) + shift, 6);
    }),
  );
});
