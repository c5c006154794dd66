import type { BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { expect, test } from 'vitest';
import { tasksOf } from '../board/tasks.ts';
import { statusIn } from '../statuses.ts';
import { parseLine } from './parse.ts';
import { type PlanContext, planLine } from './plan.ts';

const unit = (patrolUnitId: number, callSign: string) => ({ patrolUnitId, callSign }) as BoardUnit;
const row = (incidentId: string, number: string, status: string, assignments: object[] = []) =>
  ({ incidentId, number, status, assignments }) as unknown as BoardIncident;
const incidents = [
  row('one', 'TRI-26-004512', 'open'),
  row('two', 'TRI-26-000007', 'dispatched', [{ patrolUnitId: 3, callSign: 'M-03', status: 'assigned' }]),
  row('three', 'TRI-26-000009', 'resolved'),
];
const disposition = (dispositionId: number, code: string, nameAr: string, nameEn: string, nameFr: string) => ({
  dispositionId,
  code,
  nameAr,
  nameEn,
  nameFr,
  active: true,
});
const context: PlanContext = {
  incidents,
  units: [unit(3, 'M-03'), unit(12, 'M-12'), unit(5, 'M-05'), unit(6, 'T-05')],
  tasks: tasksOf(incidents),
  selected: 'one',
  dispositions: [
    disposition(1, 'report', 'نُظّم محضر', 'Report taken', 'Procès-verbal dressé'),
    disposition(2, 'arrest', 'توقيف', 'Arrest', 'Arrestation'),
  ],
};
const plan = (line: string) => {
  const parsed = parseLine(line);
  if (!parsed) throw new Error(`Expected a command, got "${line}".`);
  return planLine(parsed, context, (status) => (['ar', 'en', 'fr'] as const).map((one) => statusIn(one, status)));
};
const planned = (line: string) => {
  const found = plan(line);
  if ('problem' in found) throw new Error(`Expected a plan of "${line}", got ${found.problem}.`);
  return found.planned;
};

test('assigning: a unit however it is written, an incident by its serial, or the chosen one', () => {
  expect(planned('a m12 #4512')).toMatchObject({
    does: 'assign',
    unit: { callSign: 'M-12' },
    incident: { incidentId: 'one' },
  });
  expect(planned('a 12')).toMatchObject({ unit: { callSign: 'M-12' }, incident: { incidentId: 'one' } });
  expect(planned('a ة-12 #TRI-26-000007')).toMatchObject({ incident: { incidentId: 'two' } });
  expect(plan('a ')).toEqual({ problem: 'unitMissing' });
  expect(plan('a M-99')).toEqual({ problem: 'unitUnknown', about: 'M-99' });
  // Two units have these digits: neither is meant.
  expect(plan('a 5')).toEqual({ problem: 'unitUnknown', about: '5' });
  expect(plan('a M-03')).toEqual({ problem: 'unitBusy', about: 'M-03' });
  expect(plan('a M-12 #99')).toEqual({ problem: 'incidentUnknown', about: '99' });
});

test('status: the next by itself, or by code, or by words in any language; only where the move is allowed', () => {
  expect(planned('s 3')).toMatchObject({ does: 'move', to: 'acknowledged' });
  expect(planned('s M-03 os')).toMatchObject({ to: 'on_scene' });
  expect(planned('s M-03 في الطريق')).toMatchObject({ to: 'en_route' });
  expect(planned('s M-03 décomm')).toMatchObject({ to: 'stood_down' });
  expect(plan('s M-03 cl')).toEqual({ problem: 'moveNotAllowed', about: 'M-03' });
  expect(plan('s M-03 dancing')).toEqual({ problem: 'statusUnknown', about: 'dancing' });
  expect(plan('s M-12')).toEqual({ problem: 'unitIdle', about: 'M-12' });
});

test('notes, ends and holds say what they lack', () => {
  expect(planned('n two persons')).toMatchObject({
    does: 'note',
    text: 'two persons',
    incident: { incidentId: 'one' },
  });
  expect(plan('n #7')).toEqual({ problem: 'textMissing' });
  expect(planned('r #7')).toMatchObject({ does: 'resolve' });
  expect(planned('c #9 توقيف')).toMatchObject({ does: 'close', disposition: { code: 'arrest' } });
  expect(planned('c #9 rep')).toMatchObject({ disposition: { code: 'report' } });
  expect(plan('c #9')).toEqual({ problem: 'dispositionMissing' });
  expect(plan('c report')).toEqual({ problem: 'moveNotAllowed', about: 'TRI-26-004512' });
  expect(planned('h 30 waits for the owner')).toMatchObject({
    does: 'hold',
    minutes: 30,
    reason: 'waits for the owner',
  });
  expect(plan('h soon')).toEqual({ problem: 'minutesMissing' });
  expect(plan('h 30')).toEqual({ problem: 'reasonMissing' });
});
