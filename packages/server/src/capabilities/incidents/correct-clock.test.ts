// Clocks told later and corrected, the lead, and standing down: works, refused, wrong area, repeated, bad input.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
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

interface ClockEntry {
  clockId: string;
  clock: string;
  at: string;
  replaces: string | null;
}
const clockOf = async (id: string, name: string): Promise<ClockEntry> => {
  const { clocks } = await room.detail(id);
  const replaced = new Set(clocks.map((one: ClockEntry) => one.replaces));
  return clocks.find((one: ClockEntry) => one.clock === name && !replaced.has(one.clockId));
};
const correct = (id: string, replaces: string, at: string, more: object = {}, userName = 'dispatcher') =>
  room.post(userName, `/${id}/clocks/${replaces}/corrections`, {
    clockId: uuidv7(),
    at,
    reason: 'خطأ في الساعة',
    ...more,
  });
const add = (id: string, clock: string, more: object = {}, userName = 'dispatcher') =>
  room.post(userName, `/${id}/clocks`, { clockId: uuidv7(), clock, at: minutesAgo(1), ...more });
const move = (id: string, assignmentId: string, to: string, more: object = {}) =>
  room.post('dispatcher', `/${id}/assignments/${assignmentId}/status`, { to, ...more });

test('works: a correction names the old clock, both stay, and the board shows what counts', async () => {
  const id = await room.logged();
  const assignmentId = await room.sent(id);
  await move(id, assignmentId, 'on_scene');
  const old = await clockOf(id, 'on_scene');
  const at = new Date(Date.parse(old.at) + 1_000).toISOString();
  expect(await correct(id, old.clockId, at)).toEqual([200, { version: 4, impossible: null }]);
  const after = await room.detail(id);
  expect(after.firstOnSceneAt).toBe(at);
  expect(after.assignments[0].onSceneAt).toBe(at);
  expect(after.clocks.filter((one: ClockEntry) => one.clock === 'on_scene')).toMatchObject([
    { at: old.at, replaces: null },
    { at, replaces: old.clockId, reason: 'خطأ في الساعة' },
  ]);
  expect(after.timeline.at(-1)).toMatchObject({ kind: 'clock', data: { clock: 'on_scene', at, was: old.at } });
  // The same old clock is not corrected twice: the second person is told to look at the newer one.
  expect(await correct(id, old.clockId, at)).toEqual([409, 'clock.replaced']);
});

test('works: an order that cannot have been is written and said; a corrected creation moves the limit', async () => {
  const id = await room.logged();
  const assignmentId = await room.sent(id);
  await move(id, assignmentId, 'on_scene');
  const onScene = await clockOf(id, 'on_scene');
  expect(await correct(id, onScene.clockId, minutesAgo(20))).toMatchObject([
    200,
    { impossible: ['assigned', 'on_scene'] },
  ]);
  const created = await clockOf(id, 'created');
  const at = minutesAgo(30);
  expect(await correct(id, created.clockId, at)).toMatchObject([200, {}]);
  const after = await room.detail(id);
  expect([after.createdAt, Date.parse(after.dueAt) - Date.parse(at)]).toEqual([at, 10 * 60_000]);
});

test('works: a clock told later by radio is added once, for the call and for a unit', async () => {
  const id = await room.logged();
  const assignmentId = await room.sent(id);
  await move(id, assignmentId, 'on_scene');
  await move(id, assignmentId, 'transporting');
  const at = minutesAgo(0);
  expect(await add(id, 'transport_arrived', { assignmentId, at })).toMatchObject([200, { impossible: null }]);
  expect((await room.detail(id)).assignments[0].transportArrivedAt).toBe(at);
  expect(await add(id, 'transport_arrived', { assignmentId })).toEqual([409, 'clock.present']);
  const started = minutesAgo(2);
  expect(await add(id, 'call_started', { at: started })).toMatchObject([200, {}]);
  expect((await room.detail(id)).callStartedAt).toBe(started);
  expect(await add(id, 'answered', { assignmentId })).toEqual([422, 'clock.of_assignment']);
  expect(await add(id, 'en_route')).toEqual([422, 'clock.of_assignment']);
  expect(await add(id, 'en_route', { assignmentId: uuidv7() })).toEqual([404, 'assignment.not_found']);
});

test('refused: the future, a grading, without the right, another room, once closed; repeated it stands once', async () => {
  const id = await room.logged();
  const created = await clockOf(id, 'created');
  expect(await correct(id, created.clockId, minutesAgo(-60))).toEqual([422, 'time.future']);
  expect(await correct(id, (await clockOf(id, 'classified')).clockId, minutesAgo(5))).toEqual([
    422,
    'clock.classified',
  ]);
  expect(await correct(id, created.clockId, minutesAgo(5), { reason: ' ' })).toEqual([400, 'text.empty']);
  expect(await correct(id, uuidv7(), minutesAgo(5))).toEqual([404, 'clock.not_found']);
  expect(await correct(id, created.clockId, minutesAgo(5), {}, 'inspector')).toEqual([403, 'right.missing']);
  expect(await correct(id, created.clockId, minutesAgo(5), {}, 'akkar')).toEqual([404, 'incident.not_found']);
  expect(await add(id, 'answered', {}, 'akkar')).toEqual([404, 'incident.not_found']);
  const same = { commandId: uuidv7(), clockId: uuidv7() };
  const at = minutesAgo(5);
  const answers = await Promise.all([1, 2, 3].map(() => correct(id, created.clockId, at, same)));
  expect(answers).toEqual(Array(3).fill([200, { version: 2, impossible: null }]));
  await room.post('dispatcher', `/${id}/status`, { to: 'cancelled', reason: 'تجربة' });
  expect(await add(id, 'answered')).toEqual([409, 'incident.over_correction']);
});

test('the lead: the first sent leads, another may be made it, and who is done hands over; a stand-down keeps its reason', async () => {
  const id = await room.logged();
  const [first, second, third] = [await room.sent(id), await room.sent(id), await room.sent(id)];
  const leads = async () =>
    (await room.detail(id)).assignments
      .filter((one: { lead: boolean }) => one.lead)
      .map((one: { assignmentId: string }) => one.assignmentId);
  expect(await leads()).toEqual([first]);
  const lead = (assignmentId: string, userName = 'dispatcher') =>
    room.post(userName, `/${id}/assignments/${assignmentId}/lead`, {});
  expect(await lead(third)).toMatchObject([200, {}]);
  expect(await leads()).toEqual([third]);
  expect(await lead(third)).toEqual([409, 'assignment.leads']);
  expect(await lead(first, 'calltaker')).toEqual([403, 'right.missing']);
  expect(await lead(first, 'akkar')).toEqual([404, 'incident.not_found']);
  expect(await lead(uuidv7())).toEqual([404, 'assignment.not_found']);
  expect(await move(id, third, 'stood_down', { reason: 'لا حاجة' })).toMatchObject([200, {}]);
  expect(await leads()).toEqual([first]);
  expect(await lead(third)).toEqual([409, 'assignment.over']);
  expect((await room.detail(id)).timeline.at(-1)).toMatchObject({ kind: 'assignment', text: 'لا حاجة' });
  await move(id, first, 'stood_down');
  expect(await leads()).toEqual([second]);
});

test('a unit that works elsewhere is a conflict that says where', async () => {
  const [one, two] = [await room.logged(), await room.logged()];
  await room.sent(one);
  const { number, assignments } = await room.detail(one);
  const answer = await server.http.inject({
    method: 'POST',
    url: `/api/incidents/${two}/assignments`,
    headers: { cookie: room.cookie('dispatcher') },
    payload: { commandId: uuidv7(), assignmentId: uuidv7(), patrolUnitId: assignments[0].patrolUnitId },
  });
  expect([answer.statusCode, answer.json().reason, answer.json().parameters.number]).toEqual([
    409,
    'unit.busy_on',
    number,
  ]);
});
