import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/server.ts';

let server: TestServer;
const cookies = new Map<string, string>();
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  for (const name of ['dispatcher', 'akkar']) cookies.set(name, await server.signIn(name));
});
afterAll(() => server.close());

const log = async (type: string) => {
  const payload = {
    commandId: uuidv7(),
    incidentId: uuidv7(),
    roomId: server.unit('TRI'),
    typeId: server.type(type),
    placeText: 'ساحة التل',
  };
  const headers = { cookie: cookies.get('dispatcher') ?? '' };
  expect((await server.http.inject({ method: 'POST', url: '/api/incidents', headers, payload })).statusCode).toBe(200);
  return payload.incidentId;
};
const list = async (asked: Record<string, string>, userName = 'dispatcher') => {
  const headers = { cookie: cookies.get(userName) ?? '' };
  const url = `/api/rooms/${server.unit('TRI')}/incidents?${new URLSearchParams(asked)}`;
  const answer = await server.http.inject({ method: 'GET', url, headers });
  return { status: answer.statusCode, body: answer.json() };
};
const ids = (body: { items: { incidentId: string }[] }) => body.items.map((one) => one.incidentId);

test('works: page after page brings each incident once, filters leave the others out', async () => {
  const made = [await log('violence.fight'), await log('violence.fight'), await log('violence.knives')];
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = await list({ limit: '1', ...(cursor === '' ? {} : { cursor }) });
    expect(page.status).toBe(200);
    seen.push(...ids(page.body));
    cursor = page.body.nextCursor as string | null;
  }
  expect([...seen].sort()).toEqual([...made].sort());
  expect(ids((await list({ typeId: String(server.type('violence.knives')) })).body)).toEqual([made[2]]);
  expect(ids((await list({ status: 'closed' })).body)).toEqual([]);
  expect(ids((await list({ to: '2001-01-01T00:00:00Z' })).body)).toEqual([]);
});

test('wrong area and bad input are refused', async () => {
  expect((await list({}, 'akkar')).status).toBe(404);
  expect((await list({}, 'nobody')).status).toBe(401);
  const forged = Buffer.from(JSON.stringify(['2026-01-01T00:00:00Z', 'x'])).toString('base64url');
  for (const cursor of ['x', forged]) expect((await list({ cursor })).body).toMatchObject({ reason: 'cursor.invalid' });
  expect((await list({ priority: '9' })).status).toBe(400);
});
