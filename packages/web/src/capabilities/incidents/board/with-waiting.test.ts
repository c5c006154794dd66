import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { expect, test } from 'vitest';
import type { Waiting } from '../../../platform/offline/database.ts';
import { tasksOf } from './tasks.ts';
import { withWaiting } from './with-waiting.ts';

const row = (more: Partial<BoardIncident> = {}) =>
  ({
    incidentId: 'i',
    status: 'open',
    priority: 2,
    placeText: 'Port',
    firstDispatchedAt: null,
    firstEnRouteAt: null,
    firstOnSceneAt: null,
    resolvedAt: null,
    holdUntil: null,
    assignments: [],
    ...more,
  }) as unknown as BoardIncident;
const at = (minute: number) => new Date(Date.UTC(2026, 6, 15, 9, minute)).toISOString();
const command = (name: Waiting['name'], minute: number, input: object, more: Partial<Waiting> = {}) =>
  ({ name, input, incidentId: 'i', madeAt: at(minute), state: 'waiting', ...more }) as unknown as Waiting;
const callSign = (id: number) => `M-${id}`;
const assign = command('assignUnit', 1, { assignmentId: 'a', patrolUnitId: 12 });
const move = (minute: number, to: string) => command('moveAssignment', minute, { assignmentId: 'a', to });

test('a unit sent without a link is at work, and its steps follow each other', () => {
  const sent = withWaiting(row(), [assign], callSign);
  expect(sent).toMatchObject({ status: 'dispatched', firstDispatchedAt: at(1) });
  expect(tasksOf([sent]).get(12)?.assignment).toMatchObject({ callSign: 'M-12', status: 'assigned', lead: true });
  const there = withWaiting(row(), [assign, move(2, 'en_route'), move(9, 'on_scene')], callSign);
  expect(there).toMatchObject({ status: 'on_scene', firstEnRouteAt: at(2), firstOnSceneAt: at(9) });
  expect(there.assignments[0]).toMatchObject({ status: 'on_scene', enRouteAt: at(2), onSceneAt: at(9) });
  // Brought back before anybody drove: the incident waits again.
  expect(withWaiting(row(), [assign, move(2, 'stood_down')], callSign)).toMatchObject({ status: 'open' });
});

test('what the server has taken already is not done twice, and what was refused or is another’s not at all', () => {
  const taken = withWaiting(row(), [assign, move(2, 'en_route')], callSign);
  expect(withWaiting(taken, [assign, move(2, 'en_route')], callSign)).toEqual(taken);
  const refused = { ...assign, state: 'refused' as const };
  const elsewhere = { ...assign, incidentId: 'other' };
  expect(withWaiting(row(), [refused, elsewhere], callSign)).toEqual(row());
  expect(withWaiting(row(), [move(2, 'en_route')], callSign)).toEqual(row());
});

test('ends, holds and corrections show; a draft stays one', () => {
  const to = (status: string, more: object = {}) => command('moveIncident', 3, { to: status, ...more });
  expect(withWaiting(row(), [to('resolved')], callSign)).toMatchObject({ status: 'resolved', resolvedAt: at(3) });
  expect(withWaiting(row(), [to('on_hold', { holdUntil: at(50) })], callSign)).toMatchObject({ holdUntil: at(50) });
  expect(withWaiting(row(), [to('closed')], callSign)).toEqual(row());
  const changes = { placeText: 'Port, gate 2', narrative: 'not on the board' };
  expect(withWaiting(row(), [command('changeIncident', 4, { changes })], callSign)).toEqual(
    row({ placeText: 'Port, gate 2' }),
  );
  expect(withWaiting(row({ status: 'draft' }), [assign], callSign).status).toBe('draft');
});
