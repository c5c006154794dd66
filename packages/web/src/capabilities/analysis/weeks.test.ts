import { expect, test } from 'vitest';
import { daysCounted, isNamed, mondays, weeksOf } from './weeks.ts';

const period = { from: '2026-11-04', to: '2026-11-29' };

test('a week is whole when the period holds it and it is over', () => {
  // 4 November 2026 is a Wednesday, 29 November a Sunday.
  expect(daysCounted('2026-11-02', period, '2026-12-24')).toBe(5);
  expect(daysCounted('2026-11-09', period, '2026-12-24')).toBe(7);
  expect(daysCounted('2026-11-23', period, '2026-12-24')).toBe(7);
  expect(daysCounted('2026-11-23', period, '2026-11-25')).toBe(3);
  // Its Sunday has begun but is not over.
  expect(daysCounted('2026-11-23', period, '2026-11-29')).toBe(6);
});

test('every Monday has its place, across the end of a year', () => {
  expect(mondays('2026-12-21', '2027-01-04')).toEqual(['2026-12-21', '2026-12-28', '2027-01-04']);
});

test('a period has all its weeks, those without incidents at its ends too, and none that has not begun', () => {
  // From a Wednesday to a Tuesday.
  expect(weeksOf({ from: '2026-11-04', to: '2026-11-24' }, '2026-12-24')).toEqual([
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
  ]);
  expect(weeksOf({ from: '2026-11-02', to: '2026-11-29' }, '2026-11-15')).toEqual(['2026-11-02', '2026-11-09']);
  // A Sunday is the last day of its week.
  expect(weeksOf({ from: '2026-11-08', to: '2026-11-08' }, '2026-12-24')).toEqual(['2026-11-02']);
  expect(weeksOf({ from: '2027-01-01', to: '2027-02-01' }, '2026-12-24')).toEqual([]);
});

test('few weeks are all named, many by month, quarter or year', () => {
  const named = (first: string, last: string) => {
    const weeks = mondays(first, last);
    return weeks.filter((week, index) => isNamed(week, weeks[index - 1], weeks.length));
  };
  expect(named('2026-11-02', '2026-11-23')).toHaveLength(4);
  expect(named('2026-08-31', '2027-01-25')).toEqual([
    '2026-08-31',
    '2026-09-07',
    '2026-10-05',
    '2026-11-02',
    '2026-12-07',
    '2027-01-04',
  ]);
  expect(named('2024-12-30', '2028-01-03')).toEqual([
    '2024-12-30',
    '2025-01-06',
    '2026-01-05',
    '2027-01-04',
    '2028-01-03',
  ]);
});
