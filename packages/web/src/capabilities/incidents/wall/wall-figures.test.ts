import type { BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { expect, test } from 'vitest';
import { roomsUnder, wallFigures, wallUnit } from './wall-figures.ts';

const minute = (count: number): string => new Date(Date.UTC(2026, 0, 1, 0, count)).toISOString();
const row = (incidentId: string, more: Partial<BoardIncident>) =>
  ({ incidentId, status: 'open', createdAt: minute(0), dueAt: minute(10), assignments: [], ...more }) as BoardIncident;
const sent = (patrolUnitId: number, status: string) => [{ patrolUnitId, status }] as BoardIncident['assignments'];
const unit = (patrolUnitId: number, primaryStatus = 'Available') => ({ patrolUnitId, primaryStatus }) as BoardUnit;

test('the numbers of a wall: what is worked, what is late, who waits and for how long, who is free', () => {
  const rows = [
    row('late', { createdAt: minute(2) }),
    row('stood down again', { dueAt: minute(60), assignments: sent(1, 'stood_down') }),
    row('worked', { status: 'dispatched', dueAt: minute(60), assignments: sent(2, 'en_route') }),
    row('held', { status: 'on_hold', holdUntil: minute(90) }),
    row('done', { status: 'resolved', resolvedAt: minute(9) }),
  ];
  const found = wallFigures(rows, [unit(1), unit(2), unit(3, 'NotAvailable')], Date.parse(minute(15)));
  expect(found).toMatchObject({ open: 3, late: 1, waiting: 2, longestWait: 15 * 60_000, free: 1, units: 2 });
  expect(found.mostLate.map((one) => one.incidentId)).toEqual(['late']);
  expect(wallFigures([], [], 0)).toMatchObject({ open: 0, longestWait: null, mostLate: [] });
});

const units = [
  { unitId: 1, parentId: null, kind: 'force' },
  { unitId: 2, parentId: 1, kind: 'command_centre' },
  { unitId: 3, parentId: 2, kind: 'operations_room' },
  { unitId: 4, parentId: 1, kind: 'operations_room' },
  { unitId: 5, parentId: 3, kind: 'station' },
  { unitId: 6, parentId: 1, kind: 'headquarters' },
];

test('a wall of a centre or force holds its rooms, as far as they may be seen', () => {
  expect(roomsUnder(2, units, [2, 3, 4])).toEqual([2, 3]);
  expect(roomsUnder(1, units, [3, 4])).toEqual([3, 4]);
  expect(roomsUnder(3, units, [4])).toEqual([]);
});

test('without being asked it is the wall of the room, centre or force around the post', () => {
  expect(wallUnit(null, 5, units)?.unitId).toBe(3);
  expect(wallUnit(null, 6, units)?.unitId).toBe(1);
  expect(wallUnit(2, 5, units)?.unitId).toBe(2);
  expect(wallUnit(5, 6, units)?.unitId).toBe(1);
  expect(wallUnit(null, undefined, units)).toBeUndefined();
});
