import { expect, test } from 'vitest';
import { rebased } from './rebased.ts';

test('what was typed stays, what was not touched takes what stands now', () => {
  const base = { name: 'Old', rights: ['a'], priority: 3 };
  const typed = { ...base, name: 'Mine', rights: ['a', 'b'] };
  const stands = { name: 'Theirs', rights: ['a'], priority: 1 };
  expect(rebased(base, typed, stands)).toEqual({ name: 'Mine', rights: ['a', 'b'], priority: 1 });
});

test('a list that says the same was not touched', () => {
  expect(rebased({ codes: ['a'] }, { codes: ['a'] }, { codes: [] as string[] })).toEqual({ codes: [] });
});
