import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { connectClient } from '../../platform/db/pools.ts';

let server: TestServer;
const cookies = new Map<string, string>();
const cookieOf = (userName: string): string => cookies.get(userName) ?? '';
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  for (const name of ['dispatcher', 'akkar', 'hq', 'centre', 'calltaker']) cookies.set(name, await server.signIn(name));
});
afterAll(() => server.close());

const today = new Date();
const day = (offset: number): string => new Date(today.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
const period = { from: day(-2), to: day(2) };

async function log(userName: string, room: string, type: string): Promise<string> {
  const incidentId = uuidv7();
  const answer = await server.http.inject({
    method: 'POST',
    url: '/api/incidents',
    headers: { cookie: cookieOf(userName) },
    payload: {
      commandId: uuidv7(),
      incidentId,
      roomId: server.unit(room),
      typeId: server.type(type),
      placeText: 'ساحة التمرين',
    },
  });
  expect(answer.statusCode).toBe(200);
  return incidentId;
}
async function overview(userName: string, filters: object = {}) {
  await server.martCaughtUp();
  return server.http.inject({
    method: 'POST',
    url: '/api/analysis/overview',
    headers: { cookie: cookieOf(userName) },
    payload: { filters: { ...period, ...filters } },
  });
}

test('works: what rooms log stands in the figures once the mart has caught up, within the area of who asks', async () => {
  await log('dispatcher', 'TRI', 'violence.fight');
  await log('dispatcher', 'TRI', 'violence.fight');
  await log('akkar', 'AKK', 'violence.fight');
  const force = (await overview('hq')).json();
  expect(force.weeks.result.total.count).toBe(3);
  const perRoom = Object.fromEntries(
    force.rooms.result.rows.map((row: { keys: { room: number }; count: number }) => [row.keys.room, row.count]),
  );
  expect(perRoom).toEqual({ [server.unit('TRI')]: 2, [server.unit('AKK')]: 1 });
  expect(force.response.result.total.leftOut).toEqual({ clock_missing: 3 });
  expect(force.weeks.result.freshness.position).toBeGreaterThan(0);
  const oneRoom = (await overview('hq', { units: [server.unit('AKK')] })).json();
  expect(oneRoom.weeks.result.total.count).toBe(1);
});

test('an incident changed in the database and told by an event is counted as it stands now', async () => {
  const incidentId = await log('akkar', 'AKK', 'violence.fight');
  const before = (await overview('hq', { units: [server.unit('AKK')] })).json().weeks.result.total.count;
  const owner = await connectClient(server.ownerUrl, 'test');
  await owner.query(
    "UPDATE incident SET status = 'cancelled', version = version + 1, changed_at = now() WHERE incident_id = $1",
    [incidentId],
  );
  await owner.query(
    "INSERT INTO event_outbox (kind, incident_id, payload, at) VALUES ('incident.cancelled', $1, '{}', now())",
    [incidentId],
  );
  await owner.end();
  const after = (await overview('hq', { units: [server.unit('AKK')] })).json();
  expect(after.response.result.total.leftOut.cancelled).toBe(1);
  expect(after.weeks.result.total.count).toBe(before);
});

test('refused: a role without the right to analyse, and nobody signed in', async () => {
  expect((await overview('calltaker')).statusCode).toBe(403);
  const nobody = await server.http.inject({
    method: 'POST',
    url: '/api/analysis/overview',
    payload: { filters: period },
  });
  expect(nobody.statusCode).toBe(401);
});

test('wrong area: a centre sees its own rooms alone, whatever it filters', async () => {
  await log('akkar', 'AKK', 'violence.fight');
  const all = (await overview('hq')).json().rooms.result.rows as { keys: { room: number } }[];
  const ofCentre = (await overview('centre')).json().rooms.result.rows as { keys: { room: number } }[];
  expect(all.length).toBeGreaterThan(0);
  const mine = new Set(
    server.organisation.units.filter((unit) => unit.parentId === server.unit('C-N')).map((unit) => unit.unitId),
  );
  expect(ofCentre.every((row) => mine.has(row.keys.room))).toBe(true);
  const foreign = (await overview('centre', { units: [server.unit('BEY')] })).json();
  expect(foreign.weeks.result.considered).toBe(0);
});

test('bad input: a reversed period and an unknown statistic are refused with their field', async () => {
  const reversed = await overview('hq', { from: '2026-02-02', to: '2026-02-01' });
  expect(reversed.statusCode).toBe(400);
  const measure = await server.http.inject({
    method: 'POST',
    url: '/api/analysis/measure',
    headers: { cookie: cookieOf('hq') },
    payload: { measure: { what: 'incidents', statistic: 'mode', filters: period } },
  });
  expect(measure.statusCode).toBe(400);
});
