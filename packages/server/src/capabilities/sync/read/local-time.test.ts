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

// Written as an officer writes them, in one zone without daylight saving; the instants by hand.
test.each([
  ['DD MMMM YYYY HH:mm', '٥ تشرين الأول ٢٠٢٤ ١٤:٣٠', '2024-10-05T14:30:00.000Z'],
  ['DD MMMM YYYY HH:mm', '5 كانون الثاني 2024 04:30', '2024-01-05T04:30:00.000Z'],
  ['DD MMMM YYYY', '17 آب 2024', '2024-08-17T00:00:00.000Z'],
  ['DD MMMM YYYY', '17 أغسطس 2024', '2024-08-17T00:00:00.000Z'],
  ['DD MMMM YYYY', '17 août 2024', '2024-08-17T00:00:00.000Z'],
  ['MMMM DD, YYYY', 'Sept. 3, 2024', '2024-09-03T00:00:00.000Z'],
  ['DD/MM/YYYY hh:mm A', '١٧/٠٨/٢٠٢٤ ٠٣:١٥ م', '2024-08-17T15:15:00.000Z'],
  ['DD/MM/YY HH:mm', '01/02/99 00:00', '1999-02-01T00:00:00.000Z'],
  ['DD/MM/YYYY', '2024-08-17T03:15:20', '2024-08-17T03:15:20.000Z'],
])('%s reads "%s"', (format, text, instant) => {
  expect(localTimes(format, 'UTC').read(text, 'c')).toBe(instant);
});

test('of several formats the first that fits counts; a month that is none and a year before our era are refused', () => {
  const times = localTimes(['YYYY-MM-DD', 'DD/MM/YYYY', 'DD MMMM YYYY'], 'UTC');
  expect(times.read('2024-08-17', 'c')).toBe(times.read('17/08/2024', 'c'));
  for (const text of ['17 Thermidor 2024', '17/08/0024', '08/17/2024']) {
    expect(() => times.read(text, 'c')).toThrowError(expect.objectContaining({ reason: 'time.format' }));
  }
});
