// An incident's way to its end and back: works, refused, wrong area, repeated, bad input.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { connectClient } from '../../platform/db/pools.ts';

let server: TestServer;
const cookies = new Map<string, string>();
const dispositions = new Map<string, number>();
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  for (const name of ['dispatcher', 'calltaker', 'akkar', 'inspector']) cookies.set(name, await server.signIn(name));
  for (const one of (await get('/api/reference')).dispositions) dispositions.set(one.code, one.dispositionId);
});
afterAll(() => server.close());

const post = (userName: string, url: string, payload: object) =>
  server.http.inject({ method: 'POST', url, headers: { cookie: cookies.get(userName) ?? '' }, payload });
async function get(url: string) {
  return (
    await server.http.inject({ method: 'GET', url, headers: { cookie: cookies.get('dispatcher') ?? '' } })
  ).json();
}
async function logged(narrative = 'خمسة أشخاص'): Promise<string> {
  const incidentId = uuidv7();
  const answer = await post('dispatcher', '/api/incidents', {
    commandId: uuidv7(),
    incidentId,
    roomId: server.unit('TRI'),
    typeId: server.type('violence.fight'),
    placeText: 'ساحة التمرين',
    narrative,
  });
  expect(answer.statusCode).toBe(200);
  return incidentId;
}
const move = async (incidentId: string, to: string, more: object = {}, userName = 'dispatcher') => {
  const answer = await post(userName, `/api/incidents/${incidentId}/status`, { commandId: uuidv7(), to, ...more });
  return [answer.statusCode, answer.json().reason ?? answer.json().status];
};
const detail = (incidentId: string) => get(`/api/incidents/${incidentId}`);
const board = async (): Promise<string[]> =>
  (await get(`/api/board/${server.unit('TRI')}`)).incidents.map((one: { incidentId: string }) => one.incidentId);

test('works: resolved it stays on the board, closed with a disposition it leaves, reopened it is back with its history', async () => {
  const id = await logged();
  expect(await move(id, 'resolved')).toEqual([200, 'resolved']);
  expect(await board()).toContain(id);
  expect(await move(id, 'closed')).toEqual([422, 'incident.disposition_missing']);
  expect(await move(id, 'closed', { dispositionId: dispositions.get('settled') })).toEqual([200, 'closed']);
  expect(await board()).not.toContain(id);
  const closed = await detail(id);
  expect(closed).toMatchObject({ status: 'closed', dispositionId: dispositions.get('settled') });
  expect(Date.parse(closed.closedAt)).toBeGreaterThanOrEqual(Date.parse(closed.resolvedAt));
  expect(await move(id, 'open')).toEqual([422, 'incident.reason_missing']);
  expect(await move(id, 'open', { reason: 'عاد الشجار' })).toEqual([200, 'open']);
  const again = await detail(id);
  expect(again).toMatchObject({ status: 'open', resolvedAt: null, closedAt: null, dispositionId: null });
  expect(again.reopenedAt).not.toBeNull();
  expect(again.timeline.map((entry: { kind: string; data: { to?: string } }) => entry.data.to ?? entry.kind)).toEqual([
    'logged',
    'resolved',
    'closed',
    'open',
  ]);
  const client = await connectClient(server.ownerUrl, 'test');
  const clocks = await client.query(
    "SELECT clock FROM incident_clock WHERE incident_id = $1 AND clock IN ('resolved', 'closed', 'reopened') ORDER BY received_at",
    [id],
  );
  const changes = await client.query('SELECT field, new_value FROM field_change WHERE incident_id = $1 ORDER BY at', [
    id,
  ]);
  await client.end();
  // Clocks are never taken back: the reopening stands beside the end it undid.
  expect(clocks.rows.map((row) => row.clock)).toEqual(['resolved', 'closed', 'reopened']);
  expect(changes.rows).toEqual([
    { field: 'disposition', new_value: dispositions.get('settled') },
    { field: 'disposition', new_value: null },
  ]);
});

test('held with a reason and a time, taken up again; cancelled and referred need their reason', async () => {
  const id = await logged();
  const until = new Date(Date.now() + 3_600_000).toISOString();
  expect(await move(id, 'on_hold', { reason: 'ننتظر المختار' })).toEqual([422, 'incident.hold_until']);
  expect(await move(id, 'on_hold', { holdUntil: until })).toEqual([422, 'incident.reason_missing']);
  expect(await move(id, 'on_hold', { reason: 'ننتظر المختار', holdUntil: until })).toEqual([200, 'on_hold']);
  expect(await detail(id)).toMatchObject({ status: 'on_hold', holdReason: 'ننتظر المختار', holdUntil: until });
  expect(await move(id, 'open')).toEqual([200, 'open']);
  expect(await detail(id)).toMatchObject({ holdReason: null, holdUntil: null, reopenedAt: null });
  expect(await move(id, 'cancelled')).toEqual([422, 'incident.reason_missing']);
  expect(await move(id, 'cancelled', { reason: 'أُلغي البلاغ' })).toEqual([200, 'cancelled']);
  const other = await logged();
  expect(await move(other, 'referred', { reason: 'الدفاع المدني' })).toEqual([200, 'referred']);
});

test('nothing ends while a unit is at work on it', async () => {
  const id = await logged();
  const { units } = await get(`/api/board/${server.unit('TRI')}`);
  const assignmentId = uuidv7();
  const unit = units.find((one: { incidentId: string | null }) => one.incidentId === null);
  await post('dispatcher', `/api/incidents/${id}/assignments`, {
    commandId: uuidv7(),
    assignmentId,
    patrolUnitId: unit.patrolUnitId,
  });
  const refused = await post('dispatcher', `/api/incidents/${id}/status`, { commandId: uuidv7(), to: 'resolved' });
  expect([refused.statusCode, refused.json().parameters]).toEqual([409, { units: unit.callSign }]);
  for (const to of ['on_scene', 'cleared'])
    await post('dispatcher', `/api/incidents/${id}/assignments/${assignmentId}/status`, { commandId: uuidv7(), to });
  expect(await move(id, 'resolved', { dispositionId: dispositions.get('report') })).toEqual([200, 'resolved']);
  expect(await move(id, 'closed')).toEqual([200, 'closed']);
});

test('a type’s required fields are asked for before it is closed', async () => {
  const client = await connectClient(server.ownerUrl, 'test');
  await client.query("UPDATE incident_type SET required_fields = '{narrative,position}' WHERE code = 'violence.fight'");
  await server.organisation.reload();
  try {
    const id = await logged('');
    await move(id, 'resolved');
    const answer = await post('dispatcher', `/api/incidents/${id}/status`, {
      commandId: uuidv7(),
      to: 'closed',
      dispositionId: dispositions.get('settled'),
    });
    expect([answer.statusCode, answer.json().reason, answer.json().parameters]).toEqual([
      422,
      'incident.field_required',
      { fields: 'narrative, position' },
    ]);
  } finally {
    await client.query("UPDATE incident_type SET required_fields = '{}' WHERE code = 'violence.fight'");
    await client.end();
    await server.organisation.reload();
  }
});

test('refused: moves that are none, a role without the right, another room; repeated it moves once; bad input', async () => {
  const id = await logged();
  expect(await move(id, 'closed', { dispositionId: dispositions.get('settled') })).toEqual([409, 'incident.move']);
  expect((await move(id, 'resolved', {}, 'calltaker'))[0]).toBe(403);
  expect((await move(id, 'resolved', {}, 'inspector'))[0]).toBe(403);
  expect((await move(id, 'resolved', {}, 'akkar'))[0]).toBe(404);
  expect((await move(id, 'on_scene'))[0]).toBe(400);
  expect((await move(id, 'cancelled', { reason: 'x'.repeat(1001) }))[0]).toBe(400);
  expect((await move(id, 'cancelled', { reason: 'a\u202eb' }))[0]).toBe(400);
  expect(await move(id, 'resolved', { dispositionId: 999_999 })).toEqual([422, 'incident.disposition']);
  const same = { commandId: uuidv7(), to: 'resolved' };
  const answers = await Promise.all([1, 2, 3].map(() => post('dispatcher', `/api/incidents/${id}/status`, same)));
  expect(answers.map((answer) => [answer.statusCode, answer.json().version])).toEqual(Array(3).fill([200, 2]));
});
