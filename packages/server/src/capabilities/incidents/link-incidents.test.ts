// Merging, linking, parents and further calls: works, refused, wrong area, repeated, bad input.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { minutesAgo, Room } from '../../../test/room.ts';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { connectClient } from '../../platform/db/pools.ts';

let server: TestServer;
let room: Room;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  room = new Room(server);
  await room.signIn('dispatcher', 'calltaker', 'akkar', 'inspector', 'centre');
});
afterAll(() => server.close());

const merge = (id: string, intoId: string, more: object = {}, userName = 'dispatcher') =>
  room.post(userName, `/${id}/merge`, { intoId, ...more });
const link = (id: string, otherId: string, userName = 'dispatcher') => room.post(userName, `/${id}/links`, { otherId });
const parent = (id: string, parentId: string | null) => room.post('dispatcher', `/${id}/parent`, { parentId });
const lastOf = async (id: string) => (await room.detail(id)).timeline.at(-1);
const elsewhere = async (): Promise<string> => {
  const incidentId = uuidv7();
  const place = { roomId: server.unit('AKK'), typeId: server.type('violence.fight'), placeText: 'حلبا' };
  expect((await room.post('akkar', '', { incidentId, ...place }))[0]).toBe(200);
  return incidentId;
};

test('merge: the duplicate keeps its record, the other shows its calls, both stories tell it; reopened it stands alone again', async () => {
  const [id, into] = [await room.logged(), await room.logged()];
  expect(await merge(id, into, { reason: 'المكان نفسه' })).toMatchObject([200, { version: 2 }]);
  const [duplicate, other] = [await room.detail(id), await room.detail(into)];
  expect(duplicate).toMatchObject({
    status: 'duplicate',
    duplicateOf: into,
    links: [{ kind: 'duplicate', incidentId: into }],
  });
  expect(other).toMatchObject({
    status: 'open',
    links: [{ kind: 'merged', incidentId: id, number: duplicate.number }],
  });
  expect(other.calls.map((call: { fromNumber: string }) => call.fromNumber)).toEqual([duplicate.number, null]);
  expect(duplicate.timeline.at(-1)).toMatchObject({
    kind: 'merge',
    text: 'المكان نفسه',
    data: { done: 'into', number: other.number },
  });
  expect(other.timeline.at(-1)).toMatchObject({ kind: 'merge', data: { done: 'from', number: duplicate.number } });
  expect(await room.post('dispatcher', `/${id}/status`, { to: 'open', reason: 'حادث آخر' })).toMatchObject([200, {}]);
  expect(await room.detail(id)).toMatchObject({ status: 'open', duplicateOf: null, links: [] });
  expect(await lastOf(into)).toMatchObject({ kind: 'merge', data: { done: 'undone', number: duplicate.number } });
  expect((await room.detail(into)).calls).toHaveLength(1);
});

test('reopening a duplicate takes the locks in the order that merging does, whoever was logged first', async () => {
  const [into, id] = [await room.logged(), await room.logged()].sort() as [string, string];
  expect((await merge(id, into))[0]).toBe(200);
  const holder = await connectClient(server.ownerUrl, 'tests');
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM incident WHERE incident_id = $1 FOR UPDATE', [into]);
    const reopened = room.post('dispatcher', `/${id}/status`, { to: 'open', reason: 'حادث آخر' });
    await expect
      .poll(
        async () =>
          (await room.owner("SELECT 1 FROM pg_locks WHERE locktype = 'transactionid' AND NOT granted")).length,
      )
      .toBe(1);
    // It waits for the first of the two and holds nothing of the second.
    await holder.query('SELECT 1 FROM incident WHERE incident_id = $1 FOR UPDATE NOWAIT', [id]);
    await holder.query('COMMIT');
    expect((await reopened)[0]).toBe(200);
  } finally {
    await holder.end();
  }
});

test('merge: units at work are not lost; handed over they go on with their clocks and the unit is where it works', async () => {
  const [id, into] = [await room.logged(), await room.logged()];
  const assignmentId = await room.sent(id);
  await room.post('dispatcher', `/${id}/assignments/${assignmentId}/status`, { to: 'on_scene' });
  expect(await merge(id, into)).toEqual([409, 'merge.units_at_work']);
  const before = (await room.detail(id)).assignments[0];
  expect(await merge(id, into, { moveUnits: true })).toMatchObject([200, {}]);
  const [duplicate, other] = [await room.detail(id), await room.detail(into)];
  expect(duplicate.assignments).toMatchObject([{ assignmentId, status: 'stood_down', onSceneAt: before.onSceneAt }]);
  expect(other).toMatchObject({ status: 'on_scene', firstOnSceneAt: before.onSceneAt });
  expect(other.assignments).toMatchObject([
    { status: 'on_scene', lead: true, callSign: before.callSign, assignedAt: before.assignedAt, clearedAt: null },
  ]);
  const { units } = await room.get(`/board/${server.unit('TRI')}`);
  const unit = units.find((one: { callSign: string }) => one.callSign === before.callSign);
  expect(unit.incidentId).toBe(into);
});

test('merge: units that come to an incident whose own are all done are led by who led them', async () => {
  const [id, into] = [await room.logged(), await room.logged()];
  const done = await room.sent(into);
  expect((await room.post('dispatcher', `/${into}/assignments/${done}/status`, { to: 'stood_down' }))[0]).toBe(200);
  await room.sent(id);
  const second = await room.sent(id);
  expect((await room.post('dispatcher', `/${id}/assignments/${second}/lead`, {}))[0]).toBe(200);
  const led = (await room.detail(id)).assignments.find((one: { lead: boolean }) => one.lead).callSign;
  expect(await merge(id, into, { moveUnits: true })).toMatchObject([200, {}]);
  const { assignments } = await room.detail(into);
  const atWork = assignments.filter((one: { status: string }) => one.status === 'assigned');
  expect(atWork).toHaveLength(2);
  expect(atWork.filter((one: { lead: boolean }) => one.lead)).toMatchObject([{ callSign: led }]);
});

test('merge refused: into itself, into a duplicate, the duplicate again, without the right, from or into another room; once', async () => {
  const [id, into, third] = [await room.logged(), await room.logged(), await room.logged()];
  const foreign = await elsewhere();
  expect(await merge(id, id)).toEqual([422, 'incident.itself']);
  expect(await merge(id, into, {}, 'calltaker')).toEqual([403, 'right.missing']);
  expect(await merge(id, foreign)).toEqual([404, 'incident.not_found']);
  expect(await merge(foreign, id)).toEqual([404, 'incident.not_found']);
  expect(await merge(id, uuidv7())).toEqual([404, 'incident.not_found']);
  const commandId = uuidv7();
  const same = await Promise.all([1, 2, 3].map(() => merge(id, into, { commandId })));
  expect(same).toEqual(Array(3).fill([200, { version: 2 }]));
  expect(await merge(id, third)).toEqual([409, 'incident.move']);
  expect(await merge(third, id)).toEqual([409, 'merge.into']);
  expect(await merge(third, into, { reason: 'x'.repeat(1001) })).toEqual([400, 'text.too_long']);
  // A command over both rooms is the centre's, and only it sees both.
  expect(await merge(foreign, into, {}, 'centre')).toMatchObject([200, {}]);
});

test('links: seen from both, once, ended and begun again; two that name each other at one moment do not block', async () => {
  const [one, two] = [await room.logged(), await room.logged()];
  const answers = await Promise.all([link(one, two), link(two, one)]);
  expect(answers.map(([status]) => status).sort()).toEqual([200, 409]);
  expect((await room.detail(one)).links).toMatchObject([{ kind: 'related', incidentId: two }]);
  expect((await room.detail(two)).links).toMatchObject([{ kind: 'related', incidentId: one }]);
  const end = (userName: string) => room.post(userName, `/${two}/links/${one}/end`, { reason: 'خطأ' });
  expect(await end('calltaker')).toEqual([403, 'right.missing']);
  expect(await end('akkar')).toEqual([404, 'incident.not_found']);
  expect(await end('dispatcher')).toMatchObject([200, {}]);
  expect(await end('dispatcher')).toEqual([409, 'link.absent']);
  expect((await room.detail(one)).links).toEqual([]);
  expect(await link(one, two)).toMatchObject([200, {}]);
  expect(await link(one, await elsewhere())).toEqual([404, 'incident.not_found']);
  expect(await link(one, one)).toEqual([422, 'incident.itself']);
  expect((await lastOf(two)).data).toMatchObject({ done: 'linked' });
});

test('parent: one level deep, told in both, taken out again', async () => {
  const [event, child, other] = [await room.logged(), await room.logged(), await room.logged()];
  expect(await parent(child, event)).toMatchObject([200, {}]);
  expect(await parent(child, event)).toEqual([409, 'link.present']);
  expect((await room.detail(event)).links).toMatchObject([{ kind: 'child', incidentId: child }]);
  expect(await room.detail(child)).toMatchObject({ parentId: event, links: [{ kind: 'parent', incidentId: event }] });
  expect(await parent(other, child)).toEqual([422, 'link.parent_is_child']);
  expect(await parent(event, other)).toEqual([422, 'link.child_is_parent']);
  expect(await parent(event, event)).toEqual([422, 'incident.itself']);
  expect(await parent(child, await elsewhere())).toEqual([404, 'incident.not_found']);
  expect((await lastOf(event)).data).toMatchObject({ done: 'child_added' });
  expect(await parent(child, null)).toMatchObject([200, {}]);
  expect(await parent(child, null)).toEqual([409, 'link.absent']);
  expect((await room.detail(child)).parentId).toBeNull();
});

test('a call joins: its times, its channel, its caller restricted; refused in the wrong order, elsewhere, on what is over', async () => {
  const id = await room.logged();
  const call = (more: object = {}, userName = 'calltaker') =>
    room.post(userName, `/${id}/calls`, { callId: uuidv7(), channel: 'telephone', text: 'الشجار مستمر', ...more });
  const caller = { involvedId: uuidv7(), name: 'هالة', telephone: '70111222' };
  const commandId = uuidv7();
  const payload = { commandId, callId: uuidv7(), startedAt: minutesAgo(3), answeredAt: minutesAgo(2), caller };
  expect([await call(payload), await call(payload)]).toEqual(Array(2).fill([200, { version: 2 }]));
  const after = await room.detail(id);
  expect(after.calls).toHaveLength(2);
  expect(after.calls[1]).toMatchObject({ channel: 'telephone', startedAt: payload.startedAt, endedAt: null });
  expect(after.peopleCount).toBe(1);
  expect(after.timeline.at(-1)).toMatchObject({ kind: 'call', text: 'الشجار مستمر', data: { channel: 'telephone' } });
  expect(JSON.stringify(after)).not.toContain('70111222');
  expect(await call({ startedAt: minutesAgo(2), answeredAt: minutesAgo(3) })).toEqual([422, 'time.order']);
  expect(await call({ answeredAt: minutesAgo(2), endedAt: minutesAgo(3) })).toEqual([422, 'time.order']);
  expect(await call({ endedAt: minutesAgo(-30) })).toEqual([422, 'time.future']);
  expect(await call({}, 'akkar')).toEqual([404, 'incident.not_found']);
  expect(await call({}, 'inspector')).toEqual([403, 'right.missing']);
  await room.post('dispatcher', `/${id}/status`, { to: 'cancelled', reason: 'تجربة' });
  expect(await call()).toEqual([409, 'incident.over_correction']);
});
