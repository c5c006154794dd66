import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { expect, test } from 'vitest';
import { usedShare } from '../lateness.ts';
import { isLate, nextClock, queueGroups } from './queue-groups.ts';

const minute = (count: number): string => new Date(Date.UTC(2026, 0, 1, 0, count)).toISOString();
const at = (count: number): number => Date.parse(minute(count));
const row = (incidentId: string, more: Partial<BoardIncident>): BoardIncident =>
  ({
    incidentId,
    status: 'open',
    createdAt: minute(0),
    dueAt: minute(10),
    firstOnSceneAt: null,
    holdUntil: null,
    resolvedAt: null,
    ...more,
  }) as BoardIncident;
const ids = (rows: readonly BoardIncident[]): string[] => rows.map((one) => one.incidentId);

test('who waits comes first by lateness, then who has somebody on scene, then what has no limit', () => {
  const rows = [
    row('no limit', { dueAt: null }),
    row('arrived, once late', { firstOnSceneAt: minute(12), dueAt: minute(5) }),
    row('a little used', { dueAt: minute(60) }),
    row('late', { dueAt: minute(10) }),
  ];
  expect(ids(queueGroups(rows, at(15)).queue)).toEqual(['late', 'a little used', 'arrived, once late', 'no limit']);
});

test('what is held waits apart until its time comes, resolved and scheduled stand in groups of their own', () => {
  const rows = [
    row('held', { status: 'on_hold', holdUntil: minute(30) }),
    row('done', { status: 'resolved', resolvedAt: minute(5) }),
    row('later', { status: 'scheduled' }),
  ];
  const before = queueGroups(rows, at(20));
  expect([ids(before.queue), ids(before.held), ids(before.resolved), ids(before.scheduled)]).toEqual([
    [],
    ['held'],
    ['done'],
    ['later'],
  ]);
  expect(ids(queueGroups(rows, at(31)).queue)).toEqual(['held']);
});

test('the next clock is the arrival until somebody is there, and no arrival is late after it', () => {
  expect(nextClock(row('a', {}))).toEqual({ kind: 'arrival', dueAt: at(10) });
  expect(isLate(row('a', {}), at(11))).toBe(true);
  const there = row('a', { firstOnSceneAt: minute(12) });
  expect(nextClock(there)).toEqual({ kind: 'on_scene', since: at(12) });
  expect(isLate(there, at(40))).toBe(false);
  expect(nextClock(row('a', { dueAt: null }))).toEqual({ kind: 'none' });
});

test('what is scheduled stands by its time, and once open it has used none of its limit before that', () => {
  const soon = row('soon', { status: 'scheduled', createdAt: minute(5), scheduledFor: minute(60), dueAt: minute(70) });
  const later = row('later', { status: 'scheduled', scheduledFor: minute(90), dueAt: minute(100) });
  expect(ids(queueGroups([later, soon], at(20)).scheduled)).toEqual(['soon', 'later']);
  expect(usedShare(soon, at(65))).toBe(0.5);
  expect(usedShare(row('never scheduled', { scheduledFor: null }), at(5))).toBe(0.5);
});
