// A command that stands and whose answer was lost is known again, whatever has become of the person's right or of the hour.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Room } from '../../../test/room.ts';
import { startTestServer, type TestServer } from '../../../test/server.ts';

let server: TestServer;
let room: Room;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  room = new Room(server);
  await room.signIn('dispatcher', 'calltaker');
});
afterAll(() => server.close());

const incident = (more: object = {}) => ({
  commandId: uuidv7(),
  incidentId: uuidv7(),
  roomId: server.unit('TRI'),
  typeId: server.type('violence.fight'),
  placeText: 'ساحة التمرين',
  ...more,
});
const counted = () =>
  room.owner('SELECT (SELECT count(*) FROM incident) AS incidents, (SELECT count(*) FROM audit_entry) AS audits');
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

test('sent again when the time for what was made without a link is over', async () => {
  const before = server.runner.offlineLimitHours;
  const sent = incident({ madeAt: hoursAgo(71) });
  const first = await room.post('dispatcher', '', sent);
  expect(first[0]).toBe(200);
  const stands = await counted();
  try {
    server.runner.offlineLimitHours = 70;
    expect(await room.post('dispatcher', '', sent)).toEqual(first);
    expect(await counted()).toEqual(stands);
    expect(await room.post('dispatcher', '', { ...sent, placeText: 'مكان آخر' })).toEqual([409, 'command.id_used']);
    expect(await room.post('calltaker', '', sent)).toEqual([422, 'command.too_old']);
    expect(await room.post('dispatcher', '', incident({ madeAt: hoursAgo(71) }))).toEqual([422, 'command.too_old']);
  } finally {
    server.runner.offlineLimitHours = before;
  }
});

test('sent again when the post that gave the right has ended, named or not; what is new is refused', async () => {
  const [{ post }] = await room.owner(
    "SELECT post_id AS post FROM post JOIN person USING (person_id) WHERE user_name = 'dispatcher'",
  );
  const plain = incident();
  const named = incident({ actingPostId: post });
  const first = [await room.post('dispatcher', '', plain), await room.post('dispatcher', '', named)];
  expect(first.map(([status]) => status)).toEqual([200, 200]);
  await room.owner("UPDATE post SET valid_to = '2020-12-31', valid_from = '2020-01-01' WHERE post_id = $1", [post]);
  server.directory.forget();
  expect([await room.post('dispatcher', '', plain), await room.post('dispatcher', '', named)]).toEqual(first);
  expect(await room.post('dispatcher', '', incident())).toEqual([403, 'right.missing']);
  expect(await room.post('dispatcher', '', { ...plain, placeText: 'مكان آخر' })).toEqual([409, 'command.id_used']);
});
