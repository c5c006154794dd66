import { expect, test } from 'vitest';
import { filtersOf, midnight, readQuestion, writeQuestion } from './audit-filters.ts';

test('a day begins at midnight of the zone, also when its clocks change', () => {
  expect(midnight('2026-01-15', 'Asia/Beirut')).toBe('2026-01-14T22:00:00.000Z');
  expect(midnight('2026-07-15', 'Asia/Beirut')).toBe('2026-07-14T21:00:00.000Z');
  // Paris turns its clocks at one o'clock UTC that night: the day itself begins by the old time.
  expect(midnight('2026-03-29', 'Europe/Paris')).toBe('2026-03-28T23:00:00.000Z');
  expect(midnight('2026-03-30', 'Europe/Paris')).toBe('2026-03-29T22:00:00.000Z');
  expect(midnight('2026-01-15', 'UTC')).toBe('2026-01-15T00:00:00.000Z');
});

test('a day that no calendar has falls out of the question', () => {
  for (const day of ['20266-01-01', '2026-13-01', '2026-02-30', '9999-12-31', 'x']) {
    const question = readQuestion(new URLSearchParams({ from: day, to: day, user: 'hq' }));
    expect(filtersOf(question, 'Asia/Beirut'), day).toEqual({ userName: 'hq' });
  }
});

test('the address holds the question and nothing else', () => {
  const search = new URLSearchParams('from=2026-01-01&to=2026-01-31&user=hq&kind=access&unit=5&other=x');
  const question = readQuestion(search);
  expect(String(writeQuestion(question))).toBe('from=2026-01-01&to=2026-01-31&user=hq&kind=access&unit=5');
  expect(filtersOf(question, 'UTC')).toEqual({
    from: '2026-01-01T00:00:00.000Z',
    to: '2026-02-01T00:00:00.000Z',
    userName: 'hq',
    kind: 'access',
    unitId: 5,
  });
});
