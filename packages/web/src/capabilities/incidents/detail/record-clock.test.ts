import { expect, test } from 'vitest';
import { recordClock } from './record-clock.ts';

// Beirut is three hours ahead in summer: 22:30 UTC is the next day on the room's wall.
const made = '2019-07-24T18:00:00Z';
const clock = recordClock(made, 'Asia/Beirut', 'en');

test('on the record’s own day the hour is enough; another day says which, by the room’s wall', () => {
  expect(clock.format(new Date(made))).toBe('21:00:00');
  expect(clock.format(new Date('2019-07-24T20:59:00Z'))).toBe('23:59:00');
  expect(clock.format(new Date('2019-07-24T22:30:00Z'))).toBe('25 Jul 01:30:00');
  expect(clock.minutes(new Date('2019-07-23T18:00:00Z'))).toBe('23 Jul 21:00');
});

test('another year is said, and a whole moment always', () => {
  expect(clock.format(new Date('2020-01-02T10:00:00Z'))).toBe('2 Jan 2020 12:00:00');
  expect(clock.full(new Date(made))).toBe('24 Jul 2019 21:00:00');
  expect(recordClock(made, 'Asia/Beirut', 'ar').full(new Date(made))).toContain('تموز 2019');
});
