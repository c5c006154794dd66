import { expect, test } from 'vitest';
import { cellCounts, resolutionFor, stepsOf, strengthOf } from './cells.ts';

// Two children of one cell of resolution 7, in San Francisco.
const fine = ['8828308281fffff', '8828308283fffff'];
const parent = '872830828ffffff';

test('finer cells add up in the cell that holds them; what has no position is told apart', () => {
  const rows = [
    { keys: { h3: fine[0] as string }, count: 3 },
    { keys: { h3: fine[1] as string }, count: 4 },
    { keys: { h3: fine[1] as string }, count: 1 },
    { keys: { h3: null }, count: 9 },
  ];
  expect(cellCounts(rows, 7)).toEqual({ counts: new Map([[parent, 8]]), unplaced: 9 });
  expect([...cellCounts(rows, 8).counts.values()]).toEqual([3, 5]);
});

test('steps follow the rank among cells, cover every count, and are fewer where counts are alike', () => {
  const steps = stepsOf([1, 1, 2, 3, 5, 8, 13, 21, 34, 900]);
  expect(steps.map(({ from, to }) => [from, to])).toEqual([
    [1, 1],
    [2, 4],
    [5, 12],
    [13, 33],
    [34, 900],
  ]);
  expect(strengthOf(4, steps)).toBe(steps[1]?.strength);
  expect(strengthOf(900, steps)).toBe(steps[4]?.strength);
  expect(stepsOf([7, 7, 7])).toHaveLength(1);
  expect(stepsOf([])).toEqual([]);
});

test('a nation is drawn in larger cells than a city', () => {
  const pixels = { width: 900, height: 400 };
  expect(resolutionFor([35.1, 33.05, 36.63, 34.7], pixels)).toBe(6);
  expect(resolutionFor([-122.52, 37.7, -122.35, 37.83], pixels)).toBe(8);
  expect(resolutionFor([-120, 20, 120, 70], pixels)).toBe(5);
});
