import { expect, test } from 'vitest';
import { fromField, toField } from './local-time.ts';

test('a field shows the room’s wall, and means it, on both sides of a change of clocks', () => {
  // Beirut: UTC+2 in winter, UTC+3 in summer.
  expect(toField('2026-01-10T18:14:32.000Z', 'Asia/Beirut')).toBe('2026-01-10T20:14');
  expect(toField('2026-07-10T18:14:32.000Z', 'Asia/Beirut', true)).toBe('2026-07-10T21:14:32');
  expect(fromField('2026-01-10T20:14', 'Asia/Beirut')).toBe('2026-01-10T18:14:00.000Z');
  expect(fromField('2026-07-10T21:14:32', 'Asia/Beirut')).toBe('2026-07-10T18:14:32.000Z');
  expect(fromField('2026-03-28T23:59', 'Asia/Beirut')).toBe('2026-03-28T21:59:00.000Z');
  expect(fromField('2026-03-29T04:00', 'Asia/Beirut')).toBe('2026-03-29T01:00:00.000Z');
});

test('an empty or broken field means nothing', () => {
  expect(fromField('', 'Asia/Beirut')).toBeNull();
  expect(fromField('tomorrow', 'Asia/Beirut')).toBeNull();
  expect(toField(null, 'Asia/Beirut')).toBe('');
});
