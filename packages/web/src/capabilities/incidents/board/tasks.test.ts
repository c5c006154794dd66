import type { AssignmentView, BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { expect, test } from 'vitest';
import { sinceOf, tasksOf } from './tasks.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 6, 15, 9, minute)).toISOString();
const assignment = (more: Partial<AssignmentView>) =>
  ({ patrolUnitId: 3, status: 'assigned', ...more }) as AssignmentView;

test('the minutes of a unit count from its present status, transport too', () => {
  const there = { assignedAt: at(0), acknowledgedAt: null, enRouteAt: at(2), onSceneAt: at(9) };
  expect(sinceOf(assignment(there))).toBe(Date.parse(at(9)));
  expect(sinceOf(assignment({ ...there, transportStartedAt: at(20) }))).toBe(Date.parse(at(20)));
  expect(sinceOf(assignment({}))).toBeNaN();
});

test('a unit that is done has no task', () => {
  const row = { incidentId: 'i', assignments: [assignment({ status: 'cleared' })] } as unknown as BoardIncident;
  expect(tasksOf([row]).size).toBe(0);
});
