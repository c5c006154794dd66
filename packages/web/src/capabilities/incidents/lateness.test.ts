import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { expect, test } from 'vitest';
import { duration, usedShare, withChange } from './lateness.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const row = (
  incidentId: string,
  created: number,
  due: number | null,
  more: Partial<BoardIncident> = {},
): BoardIncident =>
  ({
    incidentId,
    createdAt: at(created),
    dueAt: due === null ? null : at(due),
    status: 'open',
    version: 1,
    ...more,
  }) as BoardIncident;

test('a limit is used up by time until somebody is on scene', () => {
  const urgent = row('urgent', 20, 30);
  expect(usedShare(urgent, Date.parse(at(32)))).toBeCloseTo(1.2);
  expect(usedShare({ ...urgent, firstOnSceneAt: at(25) }, Date.parse(at(32)))).toBeCloseTo(0.5);
  expect(usedShare(row('unlimited', 0, null), Date.parse(at(32)))).toBeNull();
});

test('a stale message never replaces what is newer, and what is over leaves the board', () => {
  const newer = row('a', 0, 10, { version: 3 });
  expect(withChange([newer], row('a', 0, 10, { version: 2 }))).toEqual([newer]);
  expect(withChange([newer], row('a', 0, 10, { version: 4, status: 'closed' }))).toEqual([]);
});

test('durations read as clocks', () => {
  expect(duration(318_000)).toBe('5:18');
  expect(duration(-5)).toBe('0:00');
  expect(duration(3 * 3_600_000 + 5 * 60_000)).toBe('3 h 05');
  expect(duration(3 * 3_600_000 + 5 * 60_000, 'ar')).toBe('3 س 05');
});
