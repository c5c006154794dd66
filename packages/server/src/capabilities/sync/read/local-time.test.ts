import { expect, test } from 'vitest';
import { localTimes } from './local-time.ts';

const pacific = () => localTimes('MM/DD/YYYY hh:mm:ss A', 'America/Los_Angeles');

// Offsets: Pacific daylight time is UTC-7, standard time UTC-8 (IANA tz database, rules US since 2007).
test('summer, winter, noon and midnight', () => {
  const times = pacific();
  expect(times.read('04/07/2020 11:53:08 PM', 'c')).toBe('2020-04-08T06:53:08.000Z');
  expect(times.read('01/07/2020 12:00:00 AM', 'c')).toBe('2020-01-07T08:00:00.000Z');
  expect(times.read('01/07/2020 12:00:00 PM', 'c')).toBe('2020-01-07T20:00:00.000Z');
  expect(times.counts).toEqual({ gaps: 0, overlaps: 0 });
});

test('a skipped time moves forward by the gap, a doubled one is the first, and both are counted', () => {
  const times = pacific();
  expect(times.read('03/08/2020 02:30:00 AM', 'c')).toBe('2020-03-08T10:30:00.000Z');
  expect(times.read('03/08/2020 03:30:00 AM', 'c')).toBe('2020-03-08T10:30:00.000Z');
  expect(times.read('11/01/2020 01:30:00 AM', 'c')).toBe('2020-11-01T08:30:00.000Z');
  expect(times.read('11/01/2020 02:00:00 AM', 'c')).toBe('2020-11-01T10:00:00.000Z');
  expect(times.counts).toEqual({ gaps: 1, overlaps: 1 });
});

test.each(['31/12/2020 01:00:00 AM', '02/30/2020 01:00:00 AM', '04/07/2020 13:00:00 PM', '2020-04-07', '', 'x'])(
  '"%s" is refused with its column',
  (text) => {
    expect(() => pacific().read(text, 'Entry')).toThrowError(
      expect.objectContaining({ reason: 'time.format', column: 'Entry', value: text }),
    );
  },
);
