import { expect, test } from 'vitest';
import { instantOf, localOf } from './room-time.ts';

// By the rules of Lebanon: UTC+2, and UTC+3 from the last Sunday of March 00:00 to the last Sunday of October 00:00.
test.each([
  ['2026-01-15T12:00', '2026-01-15T10:00:00.000Z'],
  ['2026-07-15T12:00', '2026-07-15T09:00:00.000Z'],
  ['2026-03-28T23:59', '2026-03-28T21:59:00.000Z'],
  ['2026-03-29T01:00', '2026-03-28T22:00:00.000Z'],
  // Skipped: half past midnight of that night is what the clock before the change would have shown.
  ['2026-03-29T00:30', '2026-03-28T22:30:00.000Z'],
  // Doubled: the first of the two.
  ['2026-10-24T23:30', '2026-10-24T20:30:00.000Z'],
  ['2026-10-25T00:30', '2026-10-24T22:30:00.000Z'],
])('%s in Beirut is %s', (local, instant) => {
  expect(instantOf(local, 'Asia/Beirut')).toBe(instant);
});

test('back again, and what is no time', () => {
  expect(localOf('2026-07-15T09:00:00.000Z', 'Asia/Beirut')).toBe('2026-07-15T12:00');
  expect(instantOf('', 'Asia/Beirut')).toBeNull();
  expect(instantOf('2026-13-40T99:00', 'Asia/Beirut')).toBeNull();
});
