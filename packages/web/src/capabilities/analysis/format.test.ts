import { expect, test } from 'vitest';
import { countIn, duration, shareIn, weekdaysIn } from './format.ts';

test('durations read as a clock, and nothing known is a dash, not 0:00', () => {
  expect([0, 59.6, 61, 3600, 86_399].map(duration)).toEqual(['0:00', '1:00', '1:01', '1:00:00', '23:59:59']);
  expect(duration(null)).toBe('–');
  expect(shareIn('en', null)).toBe('–');
});

test('Arabic keeps the digits 0-9, and the week begins on Monday', () => {
  expect(countIn('ar', 12_345)).toBe('12,345');
  expect(weekdaysIn('en')[0]).toBe('Mon');
});
