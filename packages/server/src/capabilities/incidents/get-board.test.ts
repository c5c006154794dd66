// What a board shows when there is more than it can: what is to be worked never gives way to what is done or planned.
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { Room } from '../../../test/room.ts';
import { startTestServer, type TestServer } from '../../../test/server.ts';

let server: TestServer;
let room: Room;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  room = new Room(server);
  await room.signIn('dispatcher', 'akkar');
});
afterAll(() => server.close());
beforeEach(() => room.owner("DELETE FROM incident WHERE source_key LIKE 'pile-%'"));

/** So many incidents of a room, each a minute younger than the one before; the last is of an hour ago. */
const piled = (count: number, status: string, priority: number) =>
  room.owner(
    `INSERT INTO incident (incident_id, number, force_id, room_id, type_id, priority, status, origin, created_at, made_at, due_at, resolved_at, source_key)
     SELECT gen_random_uuid(), NULL, u.force_id, u.unit_id, $2, $3::int, $4::text, 'reported', at, at,
       at + interval '10 minutes', CASE WHEN $4::text = 'resolved' THEN at END, concat('pile-', $4::text, $3::int, '-', n)
     FROM org_unit u, generate_series(1, $5::int) n, LATERAL (SELECT now() - make_interval(mins => 60 + $5::int - n) AS at) t WHERE u.unit_id = $1`,
    [server.unit('TRI'), server.type('violence.fight'), priority, status, count],
  );
const board = async () => {
  const { incidents, cut } = await room.get(`/board/${server.unit('TRI')}`);
  const ids: string[] = incidents.map((one: { incidentId: string }) => one.incidentId);
  const of = (status: string): { resolvedAt: string; priority: number }[] =>
    incidents.filter((one: { status: string }) => one.status === status);
  return { ids, of, cut };
};

test('resolved and scheduled ones that pile up leave the whole queue on the board, and it says which groups are cut', async () => {
  await piled(600, 'resolved', 3);
  await piled(300, 'scheduled', 3);
  const grave = await room.logged({ priority: 1 });
  const slow = await room.logged({ priority: 4 });
  const { ids, of, cut } = await board();
  expect(ids).toEqual(expect.arrayContaining([grave, slow]));
  expect(cut).toEqual(['scheduled', 'resolved']);
  const resolved = of('resolved').map((one) => one.resolvedAt);
  expect(resolved).toHaveLength(200);
  const newest = await room.owner("SELECT max(resolved_at) AS at FROM incident WHERE status = 'resolved'");
  expect(resolved.toSorted().at(-1)).toBe(newest[0].at);
});

test('a queue longer than a board keeps the highest priorities: a grave call that has just come is never the one left out', async () => {
  await piled(600, 'open', 3);
  const grave = await room.logged({ priority: 1 });
  const { ids, of, cut } = await board();
  expect(ids).toContain(grave);
  expect(of('open')).toHaveLength(500);
  expect(cut).toEqual(['queue']);
});

test('nothing is said to be cut where all is shown, and another room has no board here', async () => {
  expect((await board()).cut).toEqual([]);
  expect(await room.get(`/board/${server.unit('TRI')}`, 'akkar')).toMatchObject({
    status: 404,
    reason: 'room.unknown',
  });
});
