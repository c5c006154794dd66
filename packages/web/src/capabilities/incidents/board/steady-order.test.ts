import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameOrder, steadyOrder } from './steady-order.ts';

test('rows keep their places, new ones come last', () => {
  expect(steadyOrder(['a', 'b', 'c'], ['d', 'c', 'a'])).toEqual(['a', 'b', 'c', 'd']);
  expect(steadyOrder([], ['b', 'a'])).toEqual(['b', 'a']);
});

test('whatever changes, nothing shown moves and nothing wanted is missing', () => {
  const list = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }));
  fc.assert(
    fc.property(list, list, (shown, wanted) => {
      const order = steadyOrder(shown, wanted);
      expect(order.slice(0, shown.length)).toEqual(shown);
      expect(wanted.every((id) => order.includes(id))).toBe(true);
      expect(new Set(order).size).toBe(order.length);
    }),
  );
});

test('an order is the same only with the same rows in the same places', () => {
  expect(sameOrder(['a', 'b'], ['a', 'b'])).toBe(true);
  expect(sameOrder(['a', 'b'], ['b', 'a'])).toBe(false);
  expect(sameOrder(['a'], ['a', 'b'])).toBe(false);
});
