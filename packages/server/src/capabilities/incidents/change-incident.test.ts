// Corrections and re-grades of an incident: works, conflicts, refused, wrong area, repeated, bad input.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeRole, right, takeIn } from '../../../test/administration.ts';
import { follow } from '../../../test/follow.ts';
import { minutesAgo, Room } from '../../../test/room.ts';
import { startTestServer, type TestServer } from '../../../test/server.ts';

let server: TestServer;
let room: Room;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  room = new Room(server);
  await room.signIn('dispatcher', 'calltaker', 'akkar', 'inspector', 'centre');
});
afterAll(() => server.close());

const change = (id: string, changes: object, more: object = {}, userName = 'dispatcher') =>
  room.post(userName, `/${id}/changes`, { version: 1, changes, ...more });

test('works: a field is corrected with its history, and the story names the field', async () => {
  const id = await room.logged();
  const changes = {
    placeText: 'الميناء',
    longitude: 35.83,
    latitude: 34.44,
    radiusMetres: 40,
    occurredFrom: minutesAgo(30),
  };
  expect(await change(id, changes, { reason: 'أوضح المتصل' })).toMatchObject([200, { version: 2 }]);
  const after = await room.detail(id);
  expect(after).toMatchObject({ ...changes, positionSource: 'pin', version: 2 });
  expect(after.timeline.at(-1)).toMatchObject({ kind: 'correction', text: 'أوضح المتصل' });
  expect(after.timeline.at(-1).data.fields).toContain('place_text');
  const [row] = await room.owner('SELECT h3_cell FROM incident WHERE incident_id = $1', [id]);
  expect(row.h3_cell).not.toBeNull();
  const { items } = await room.get(`/incidents/${id}/changes`);
  const place = items.find((one: { field: string }) => one.field === 'place_text');
  expect(place).toMatchObject({ oldValue: 'ساحة التمرين', newValue: 'الميناء', reason: 'أوضح المتصل' });
  const [audit] = await room.owner(
    "SELECT * FROM audit_entry WHERE subject_id = $1 AND action = 'incident.corrected'",
    [id],
  );
  expect(audit.fields).toContain('longitude');
  expect(JSON.stringify(audit)).not.toContain('الميناء');
  // Taken away again, a position leaves nothing of itself.
  expect(await change(id, { longitude: null, latitude: null }, { version: 2 })).toMatchObject([200, {}]);
  expect(await room.detail(id)).toMatchObject({ longitude: null, positionSource: null, radiusMetres: null });
});

test('works: a re-grade needs its reason, keeps its own clock, and the limit follows', async () => {
  const id = await room.logged();
  expect(await change(id, { priority: 3 })).toEqual([422, 'incident.reason_missing']);
  expect(await change(id, { priority: 3 }, { reason: 'هدأ الوضع' })).toMatchObject([200, {}]);
  const after = await room.detail(id);
  expect(Date.parse(after.dueAt) - Date.parse(after.createdAt)).toBe(60 * 60_000);
  expect(after.timeline.at(-1)).toMatchObject({
    kind: 'regrade',
    text: 'هدأ الوضع',
    data: { priority: { from: 1, to: 3 } },
  });
  const typeId = server.type('violence.knives');
  expect(await change(id, { typeId, priority: 1 }, { version: 2, reason: 'سكاكين' })).toMatchObject([200, {}]);
  const again = await room.detail(id);
  expect(again.timeline.at(-1).data).toEqual({
    priority: { from: 3, to: 1 },
    typeCode: { from: 'violence.fight', to: 'violence.knives' },
  });
  expect(again.clocks.filter((one: { clock: string }) => one.clock === 'classified')).toHaveLength(3);
});

test('conflict: who saw an older version is told who changed which field; other fields, notes and additions do not collide', async () => {
  const id = await room.logged();
  expect(await change(id, { placeText: 'الأول' }, {}, 'calltaker')).toMatchObject([200, { version: 2 }]);
  const answer = await server.http.inject({
    method: 'POST',
    url: `/api/incidents/${id}/changes`,
    headers: { cookie: room.cookie('dispatcher') },
    payload: { commandId: uuidv7(), version: 1, changes: { placeText: 'الثاني' } },
  });
  expect([answer.statusCode, answer.json().reason, answer.json().parameters]).toEqual([
    409,
    'incident.changed_meanwhile',
    { person: 'رنا خوري', fields: 'place_text' },
  ]);
  expect((await room.detail(id)).placeText).toBe('الأول');
  expect(await change(id, { channel: 'radio' })).toMatchObject([200, { version: 3 }]);
  expect(await change(id, { narrative: 'ستة أشخاص' }, { version: 3 }, 'calltaker')).toMatchObject([200, {}]);
  expect(await change(id, { addToNarrative: 'سيارة بيضاء' })).toMatchObject([200, {}]);
  expect((await room.detail(id)).narrative).toBe('ستة أشخاص\nسيارة بيضاء');
  // Having looked again, the second person decides.
  expect(await change(id, { placeText: 'الثاني' }, { version: 5 })).toMatchObject([200, { version: 6 }]);
});

test('refused: without the right, in another room, once closed; open again it may; two at once', async () => {
  const id = await room.logged();
  expect(await change(id, { channel: 'radio' }, {}, 'inspector')).toEqual([403, 'right.missing']);
  expect(await change(id, { channel: 'radio' }, {}, 'akkar')).toEqual([404, 'incident.not_found']);
  const status = (to: string) => room.post('dispatcher', `/${id}/status`, { to, reason: 'تجربة' });
  await status('cancelled');
  expect(await change(id, { channel: 'radio' })).toEqual([409, 'incident.over_correction']);
  await status('open');
  const commandId = uuidv7();
  const same = await Promise.all([1, 2, 3].map(() => change(id, { channel: 'radio' }, { commandId })));
  expect(same).toEqual(Array(3).fill([200, { version: 4, changed: ['channel'] }]));
  expect((await room.get(`/incidents/${id}/changes`)).items).toHaveLength(1);
  expect((await room.get(`/incidents/${id}/changes`, 'akkar')).reason).toBe('incident.not_found');
});

test('bad input: each is refused with its reason and nothing is written', async () => {
  const id = await room.logged();
  const cases: [object, string][] = [
    [{}, 'incident.unchanged'],
    [{ placeText: 'ساحة التمرين' }, 'incident.unchanged'],
    [{ placeText: '' }, 'text.empty'],
    [{ placeText: 'مقلوب \u202e' }, 'text.forbidden_characters'],
    [{ narrative: 'x'.repeat(4001) }, 'text.too_long'],
    [{ longitude: 12.5, latitude: 41.9 }, 'place.outside_force'],
    [{ longitude: 35.5 }, 'place.incomplete'],
    [{ typeId: 999_999 }, 'incident.type'],
    [{ stationId: server.unit('TRI') }, 'incident.station'],
    [{ occurredFrom: '2999-01-01T00:00:00Z' }, 'time.future'],
    [{ occurredFrom: minutesAgo(5), occurredTo: minutesAgo(9) }, 'time.order'],
  ];
  for (const [changes, reason] of cases) {
    const [status, said] = await change(id, changes, { reason: 'سبب' });
    expect([400, 422], reason).toContain(status);
    expect(said).toBe(reason);
  }
  expect((await room.detail(id)).version).toBe(1);
});

test('the history is read page by page', async () => {
  const id = await room.logged();
  for (const [index, channel] of ['radio', 'walk_in', 'patrol'].entries())
    expect((await change(id, { channel }, { version: index + 1 }))[0]).toBe(200);
  const first = await room.get(`/incidents/${id}/changes?limit=2`);
  expect(first.items.map((one: { newValue: string }) => one.newValue)).toEqual(['patrol', 'walk_in']);
  const rest = await room.get(`/incidents/${id}/changes?limit=2&cursor=${first.nextCursor}`);
  expect(rest.items.map((one: { newValue: string }) => one.newValue)).toEqual(['radio']);
  expect(rest.nextCursor).toBeNull();
  expect((await room.get(`/incidents/${id}/changes?cursor=made-up`)).reason).toBe('cursor.invalid');
});

test('re-graded, it leaves the screens of those who read the old type alone, and they are not told what it is now', async () => {
  const admin = await server.signIn('admin');
  const roleId = await makeRole(server, admin, 'knife_desk', [right('incident.read', 'force', ['violence.knives'])]);
  const { cookie } = await takeIn(server, admin, 'knife.desk', roleId, server.unit('D-JUD'));
  const id = await room.logged({ typeId: server.type('violence.knives') });
  const desk = await follow(server, cookie, room);
  const both = await follow(server, room.cookie('dispatcher'), room);
  const typeId = server.type('violence.fight');
  expect(await change(id, { typeId }, { reason: 'لا سكين' })).toMatchObject([200, {}]);
  await expect.poll(() => desk.events()).toMatchObject([{ kind: 'incident.left', incidentId: id, incident: null }]);
  expect(desk.text()).not.toContain('regraded');
  await expect.poll(() => both.events().map((event) => event.kind)).toEqual(['incident.regraded', 'incident.left']);
  expect(both.events().map((event) => event.incident?.typeId)).toEqual([typeId, typeId]);
  // Graded back, it comes back.
  const again = { typeId: server.type('violence.knives') };
  expect(await change(id, again, { reason: 'سكين', version: 2 })).toMatchObject([200, {}]);
  await expect.poll(() => desk.events().at(-1)).toMatchObject({ incident: { incidentId: id, ...again } });
  desk.close();
  both.close();
});

test('given to a station it appears there, and taken away it leaves', async () => {
  const admin = await server.signIn('admin');
  const station = server.organisation.units.find(
    (unit) => unit.kind === 'station' && unit.parentId === server.unit('TRI'),
  );
  const roleId = await makeRole(server, admin, 'station_reader', [right('incident.read', 'unit')]);
  const { cookie } = await takeIn(server, admin, 'station.reader', roleId, station?.unitId ?? 0);
  const id = await room.logged();
  const there = await follow(server, cookie, room);
  expect(await change(id, { stationId: station?.unitId })).toMatchObject([200, {}]);
  await expect.poll(() => there.events()).toMatchObject([{ kind: 'incident.corrected', incident: { incidentId: id } }]);
  expect(await change(id, { stationId: null }, { version: 2 })).toMatchObject([200, {}]);
  await expect.poll(() => there.events().slice(1)).toMatchObject([{ kind: 'incident.left', incident: null }]);
  there.close();
});
