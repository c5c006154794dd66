// Two servers on one database: what is done on one is seen on the other, on screens, in figures and in rights.
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { callsOf } from '../../../test/administration.ts';
import { follow } from '../../../test/follow.ts';
import { Room } from '../../../test/room.ts';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { connectClient } from '../db/pools.ts';

let one: TestServer;
let other: TestServer;
let room: Room;
beforeAll(async () => {
  one = await startTestServer(inject('ownerUrl'));
  other = await startTestServer(inject('ownerUrl'), { again: one });
  room = new Room(one);
  await room.signIn('dispatcher', 'akkar');
});
afterAll(async () => {
  await other.close();
  await one.close();
});

const read = async (server: TestServer, url: string) =>
  (await server.http.inject({ method: 'GET', url, headers: { cookie: room.cookie('dispatcher') } })).json();

test('an incident made on one is on the screens of both, and in the figures of both', async () => {
  const cookie = room.cookie('dispatcher');
  const there = await follow(other, cookie, room);
  const here = await follow(one, cookie, room);
  const first = await room.logged();
  const second = await room.logged();
  await expect.poll(() => there.ids()).toEqual([first, second]);
  await expect.poll(() => here.ids()).toEqual([first, second]);
  // Each server feeds its own mart; nobody asks it to here.
  await expect.poll(async () => (await read(other, '/readyz')).checks.mart, { timeout: 10_000 }).toBe('ok');
  there.close();
  here.close();
});

test('a board read on one goes on on the other, though its events have not reached that one yet', async () => {
  const id = await room.logged();
  const stream = await follow(other, room.cookie('dispatcher'), room);
  const next = await room.logged();
  await expect.poll(() => stream.ids()).toEqual([next]);
  expect(stream.text()).not.toContain(id);
  expect(stream.text()).not.toContain('event: reload');
  stream.close();
});

test('rights that change on one hold on the other at once, and its open streams with them', async () => {
  const admin = await one.signIn('admin');
  const stream = await follow(other, room.cookie('dispatcher'), room);
  const call = callsOf(one);
  const role = one.organisation.roles.find((each) => each.code === 'dispatcher');
  const body = { nameAr: role?.nameAr, nameEn: role?.nameEn, nameFr: role?.nameFr, rights: role?.rights };
  const change = (active: boolean) =>
    call(admin, 'PUT', `/roles/${role?.roleId}`, { ...body, active, reason: 'تجربة' });
  expect((await change(false)).status).toBe(200);
  await stream.ended;
  const board = () =>
    other.http.inject({
      method: 'GET',
      url: `/api/board/${one.unit('TRI')}`,
      headers: { cookie: room.cookie('dispatcher') },
    });
  expect((await board()).statusCode).toBe(403);
  expect((await change(true)).status).toBe(200);
  await expect.poll(async () => (await board()).statusCode).toBe(200);
});

test('the listening connections are cut: nothing is lost and nothing comes twice', async () => {
  const stream = await follow(other, room.cookie('dispatcher'), room);
  const owner = await connectClient(one.ownerUrl, 'test');
  const before = await room.logged();
  await owner.query(
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'marsad events'",
  );
  await owner.end();
  const after = await room.logged();
  await expect.poll(() => stream.ids()).toEqual([before, after]);
  const later = await room.logged();
  await expect.poll(() => stream.ids()).toEqual([before, after, later]);
  stream.close();
});

test('both servers position at once: every event has its place and none is passed over', async () => {
  const stream = await follow(other, room.cookie('dispatcher'), room);
  const twin = new Room(other);
  await twin.signIn('dispatcher');
  const ids = await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 ? twin : room).logged()));
  await expect.poll(() => [...stream.ids()].sort()).toEqual([...ids].sort());
  const positions = [...stream.text().matchAll(/^id: (\d+)/gm)].map((match) => Number(match[1]));
  expect(positions).toEqual([...positions].sort((a, b) => a - b));
  stream.close();
});
