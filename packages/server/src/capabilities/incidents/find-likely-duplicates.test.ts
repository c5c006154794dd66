import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/server.ts';

let server: TestServer;
const cookies = new Map<string, string>();
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  for (const name of ['dispatcher', 'calltaker', 'akkar', 'centre', 'admin'])
    cookies.set(name, await server.signIn(name));
});
afterAll(() => server.close());

const log = async (more: object = {}, userName = 'dispatcher') => {
  const payload = {
    commandId: uuidv7(),
    incidentId: uuidv7(),
    roomId: server.unit('TRI'),
    typeId: server.type('violence.fight'),
    placeText: 'ساحة التل',
    ...more,
  };
  const headers = { cookie: cookies.get(userName) ?? '' };
  expect((await server.http.inject({ method: 'POST', url: '/api/incidents', headers, payload })).statusCode).toBe(200);
  return payload.incidentId;
};
const find = async (asked: Record<string, string | number>, userName = 'calltaker', room = 'TRI') => {
  const query = new URLSearchParams({ roomId: String(server.unit(room)) });
  for (const [key, value] of Object.entries(asked)) query.set(key, String(value));
  const headers = { cookie: cookies.get(userName) ?? '' };
  const answer = await server.http.inject({ method: 'GET', url: `/api/likely-duplicates?${query}`, headers });
  return { status: answer.statusCode, body: answer.json() };
};
const ids = (body: { incidents: { incidentId: string }[] }) => body.incidents.map((one) => one.incidentId);

test('works: by words, by nearness, each with its reasons, at most five', async () => {
  const told = await log();
  const placed = await log({ placeText: 'مقابل البلدية', longitude: 35.8402, latitude: 34.43, radiusMetres: 30 });
  const byWords = await find({ placeText: 'ساحه التل، امام الساعة', typeId: server.type('violence.fight') });
  expect(byWords.body.incidents[0]).toMatchObject({
    incidentId: told,
    reasons: [{ code: 'same_type' }, { code: 'similar_place' }, { code: 'recent' }],
  });
  expect(ids(byWords.body)).not.toContain(placed);
  const near = await find({ longitude: 35.84, latitude: 34.43, placeText: 'السراي' });
  expect(near.body.incidents[0]).toMatchObject({
    incidentId: placed,
    reasons: expect.arrayContaining([{ code: 'near', value: 18 }]),
  });
  for (let count = 0; count < 6; count += 1) await log({ placeText: `ساحة التل ${count}` });
  expect((await find({ placeText: 'ساحة التل' })).body.incidents).toHaveLength(5);
});

test('wrong area: a neighbour’s incident is told to who may read it and to nobody else', async () => {
  const there = await log({ roomId: server.unit('AKK'), placeText: 'جسر الحدود القديم' }, 'akkar');
  expect(ids((await find({ placeText: 'جسر الحدود القديم' }, 'centre')).body)).toContain(there);
  expect(ids((await find({ placeText: 'جسر الحدود القديم' }, 'calltaker')).body)).toEqual([]);
  expect((await find({ placeText: 'ساحة التل' }, 'calltaker', 'AKK')).status).toBe(404);
});

test('refused: who may read no incidents is told so', async () => {
  expect(await find({ placeText: 'ساحة التل' }, 'admin')).toMatchObject({
    status: 403,
    body: { reason: 'right.missing' },
  });
});

test('bad input: nothing to go by gives nothing; half a coordinate and override characters do no harm', async () => {
  expect((await find({ placeText: 'سا' })).body).toEqual({ incidents: [] });
  expect((await find({ placeText: 'سا', longitude: 35.84 })).body).toEqual({ incidents: [] });
  expect((await find({ placeText: 'مقلوب \u202e نص' })).status).toBe(400);
  expect((await find({ placeText: 'ساحة', longitude: 999, latitude: 34 })).status).toBe(400);
});
