// The time an incident is scheduled for stays with it: what it is due by counts from there, whatever is changed after.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { callsOf } from '../../../test/administration.ts';
import { minutesAgo, Room } from '../../../test/room.ts';
import { startTestServer, type TestServer } from '../../../test/server.ts';

let server: TestServer;
let room: Room;
let call: ReturnType<typeof callsOf>;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  room = new Room(server);
  call = callsOf(server);
  await room.signIn('dispatcher', 'admin');
});
afterAll(() => server.close());

const minutesBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000;

test('opened at its time, re-graded and under new limits it is due by its time, never by the day it was logged', async () => {
  const scheduledFor = minutesAgo(60);
  const id = await room.logged({ madeAt: minutesAgo(60 * 60), scheduledFor });
  await expect.poll(async () => (await room.detail(id)).status, { timeout: 15_000 }).toBe('open');
  const opened = await room.detail(id);
  expect(opened).toMatchObject({ scheduledFor, holdUntil: null });
  const regraded = { version: opened.version, changes: { priority: 2 }, reason: 'أقلّ إلحاحاً' };
  expect((await room.post('dispatcher', `/${id}/changes`, regraded))[0]).toBe(200);
  expect(minutesBetween(scheduledFor, (await room.detail(id)).dueAt)).toBe(20);
  const limits = { limits: [{ priority: 2, was: 20, responseMinutes: 35 }] };
  const url = `/reference/limits/${server.unit('PRA')}`;
  expect((await call(room.cookie('admin'), 'PUT', url, limits)).status).toBe(200);
  expect(minutesBetween(scheduledFor, (await room.detail(id)).dueAt)).toBe(35);
});

test('taken up before its time it waits from then: opened by hand, or with a unit that is sent at once', async () => {
  const [opened, sent] = [
    await room.logged({ scheduledFor: minutesAgo(-90) }),
    await room.logged({ scheduledFor: minutesAgo(-90) }),
  ];
  const madeAt = minutesAgo(0);
  expect((await room.post('dispatcher', `/${opened}/status`, { to: 'open', madeAt }))[0]).toBe(200);
  const { units } = await room.get(`/board/${server.unit('TRI')}`);
  const free = units.find((unit: { incidentId: string | null }) => unit.incidentId === null);
  const unit = { assignmentId: uuidv7(), patrolUnitId: free.patrolUnitId, madeAt };
  expect((await room.post('dispatcher', `/${sent}/assignments`, unit))[0]).toBe(200);
  for (const [id, status] of [
    [opened, 'open'],
    [sent, 'dispatched'],
  ] as const) {
    const now = await room.detail(id);
    expect(now).toMatchObject({ status, scheduledFor: madeAt, holdUntil: null });
    expect(minutesBetween(madeAt, now.dueAt)).toBe(10);
  }
});

test('a unit that is sent ends a hold: neither its reason nor its time stays behind', async () => {
  const id = await room.logged();
  const held = { to: 'on_hold', reason: 'ننتظر المختار', holdUntil: minutesAgo(-30) };
  expect((await room.post('dispatcher', `/${id}/status`, held))[0]).toBe(200);
  await room.sent(id);
  expect(await room.detail(id)).toMatchObject({
    status: 'dispatched',
    holdReason: null,
    holdUntil: null,
    scheduledFor: null,
  });
});
