import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { expect, test } from 'vitest';
import { byLateness, duration, usedShare, withChange } from './lateness.ts';

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

test('the queue stands by lateness against the own limit, not by age', () => {
  const old = row('old', 0, 60);
  const urgent = row('urgent', 20, 30);
  const unlimited = row('unlimited', 0, null);
  const now = Date.parse(at(32));
  expect([unlimited, old, urgent].sort(byLateness(now)).map((one) => one.incidentId)).toEqual([
    'urgent',
    'old',
    'unlimited',
  ]);
  expect(usedShare(urgent, now)).toBeCloseTo(1.2);
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
});
