import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { connectClient } from '../../platform/db/pools.ts';

let server: TestServer;
let dispatcher: string;
let akkar: string;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  dispatcher = await server.signIn('dispatcher');
  akkar = await server.signIn('akkar');
});
afterAll(() => server.close());

const input = (more: object = {}) => ({
  commandId: uuidv7(),
  incidentId: uuidv7(),
  roomId: server.unit('TRI'),
  typeId: server.type('violence.fight'),
  placeText: 'ساحة التمرين',
  ...more,
});
const post = (cookie: string, payload: object) =>
  server.http.inject({ method: 'POST', url: '/api/incidents', headers: { cookie }, payload });
const get = (cookie: string, url: string) => server.http.inject({ method: 'GET', url, headers: { cookie } });

test('works: the incident stands on the board of its room with number, limit and story', async () => {
  const payload = input({ narrative: 'شخصان يتشاجران' });
  const logged = await post(dispatcher, payload);
  expect(logged.statusCode).toBe(200);
  expect(logged.json().number).toMatch(/^TRI-\d\d-\d{6}$/);
  const board = (await get(dispatcher, `/api/board/${payload.roomId}`)).json();
  const row = board.incidents.find((one: { incidentId: string }) => one.incidentId === payload.incidentId);
  expect(row).toMatchObject({ status: 'open', priority: 1, placeText: 'ساحة التمرين' });
  expect(Date.parse(row.dueAt) - Date.parse(row.createdAt)).toBe(10 * 60_000);
  const detail = (await get(dispatcher, `/api/incidents/${payload.incidentId}`)).json();
  expect(detail.timeline).toHaveLength(1);
  expect(detail.timeline[0]).toMatchObject({ kind: 'logged', text: 'شخصان يتشاجران' });
});

test('refused: a role without the right logs nothing', async () => {
  const payload = input();
  const answer = await post(await server.signIn('inspector'), payload);
  expect(answer.statusCode).toBe(403);
  expect(answer.json()).toMatchObject({ reason: 'right.missing', title: 'لا تسمح صلاحياتك بهذا الإجراء.' });
  expect((await get(dispatcher, `/api/incidents/${payload.incidentId}`)).statusCode).toBe(404);
});

test('wrong area: another room can neither log here nor see what was logged', async () => {
  const payload = input();
  const answer = await post(akkar, payload);
  expect(answer.statusCode).toBe(403);
  expect(answer.json().reason).toBe('area.outside');
  await post(dispatcher, payload);
  expect((await get(akkar, `/api/incidents/${payload.incidentId}`)).statusCode).toBe(404);
  expect((await get(akkar, `/api/board/${payload.roomId}`)).statusCode).toBe(404);
  expect((await get(await server.signIn('centre'), `/api/incidents/${payload.incidentId}`)).statusCode).toBe(200);
});

test('repeated: the same command, twenty at once, makes one incident and gives one answer', async () => {
  const payload = input();
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(dispatcher, payload)));
  expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
  expect(answers[0]?.statusCode).toBe(200);
  const changed = await post(dispatcher, { ...payload, placeText: 'مكان آخر' });
  expect(changed.json()).toMatchObject({ status: 409, reason: 'command.id_used' });
});

test('bad input: each is refused with its field and reason, and nothing is written', async () => {
  const cases: [object, string][] = [
    [{ placeText: '' }, 'text.empty'],
    [{ placeText: 'x'.repeat(301) }, 'text.too_long'],
    [{ narrative: 'مقلوب \u202e نص' }, 'text.forbidden_characters'],
    [{ narrative: 'nul \u0000' }, 'text.forbidden_characters'],
    [{ longitude: 12.5, latitude: 41.9 }, 'place.outside_force'],
    [{ longitude: 35.5 }, 'place.incomplete'],
    [{ typeId: 999_999 }, 'incident.type'],
    [{ placeId: 999_999_999 }, 'incident.place'],
    [{ occurredFrom: '2999-01-01T00:00:00Z' }, 'time.future'],
    [{ occurredFrom: '2026-01-02T00:00:00Z', occurredTo: '2026-01-01T00:00:00Z' }, 'time.order'],
  ];
  for (const [wrong, reason] of cases) {
    const payload = input(wrong);
    const answer = await post(dispatcher, payload);
    expect([400, 422], reason).toContain(answer.statusCode);
    const said = answer.json();
    expect(said.errors?.map((one: { reason: string }) => one.reason) ?? [said.reason]).toContain(reason);
    expect((await get(dispatcher, `/api/incidents/${payload.incidentId}`)).statusCode, reason).toBe(404);
  }
});

test('a place is taken from the public gazetteer or the force’s own, never from another force', async () => {
  const owner = await connectClient(server.ownerUrl, 'tests');
  const made = await owner.query(
    `WITH other AS (
       INSERT INTO org_unit (unit_id, kind, code, name_ar, name_en, name_fr, force_id, time_zone)
       VALUES (900001, 'force', 'OTHER', 'x', 'x', 'x', 900001, 'UTC') RETURNING unit_id)
     INSERT INTO place (source, source_id, name_ar, longitude, latitude, kind, force_id, unit_id)
     SELECT 'test', 'public', 'x', 35.8, 34.4, 'P.PPL', NULL, NULL UNION ALL
     SELECT 'test', 'other', 'x', 35.8, 34.4, 'marsad.shop', unit_id, unit_id FROM other RETURNING source_id, place_id`,
  );
  await owner.end();
  const idOf = (name: string) => made.rows.find((row) => row.source_id === name).place_id;
  expect((await post(dispatcher, input({ placeId: idOf('public') }))).statusCode).toBe(200);
  const refused = await post(dispatcher, input({ placeId: idOf('other') }));
  expect([refused.statusCode, refused.json().reason]).toEqual([422, 'incident.place']);
});

test('the second wall holds without the first: the runtime role alone sees and writes nothing', async () => {
  await post(dispatcher, input());
  const client = await connectClient(server.runtimeUrl, 'tests');
  try {
    expect((await client.query('SELECT count(*) AS n FROM incident')).rows[0].n).toBe(0);
    await expect(client.query('DELETE FROM audit_entry')).rejects.toMatchObject({ code: '42501' });
    await expect(client.query("UPDATE audit_entry SET reason = 'x'")).rejects.toMatchObject({ code: '42501' });
  } finally {
    await client.end();
  }
});
