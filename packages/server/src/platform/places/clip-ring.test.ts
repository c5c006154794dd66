import type { Ring } from '@marsad/contract/platform/geometry.ts';
import { expect, test } from 'vitest';
import { clipRing } from './clip-ring.ts';

const square: Ring = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
];

test('a ring within the box stays, one outside is gone', () => {
  expect(clipRing(square, [-1, -1, 5, 5])).toEqual(square);
  expect(clipRing(square, [10, 10, 20, 20])).toEqual([]);
});

test('a ring over an edge ends at the edge and is closed', () => {
  const half = clipRing(square, [2, -1, 5, 5]);
  expect(half[0]).toEqual(half.at(-1));
  expect(new Set(half.map(String))).toEqual(new Set(['2,0', '4,0', '4,4', '2,4']));
});

test('a ring around the whole box becomes the box', () => {
  expect(new Set(clipRing(square, [1, 1, 2, 3]).map(String))).toEqual(new Set(['1,1', '2,1', '2,3', '1,3']));
});
