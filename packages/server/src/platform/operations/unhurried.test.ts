// However many figures, searches and previews wait, dispatch does not wait for them.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Room } from '../../../test/room.ts';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { connectClient } from '../db/pools.ts';

let server: TestServer;
let room: Room;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  room = new Room(server);
  await room.signIn('dispatcher', 'admin');
});
afterAll(() => server.close());

test('with more previews held up than there are connections, an incident is logged and the board is read', async () => {
  const owner = await connectClient(server.ownerUrl, 'test');
  await owner.query('BEGIN');
  await owner.query('LOCK TABLE import_file IN ACCESS EXCLUSIVE MODE');
  const previews = Array.from({ length: 30 }, async () =>
    (
      await server.http.inject({
        method: 'GET',
        url: `/api/import-files/${uuidv7()}/preview?mapping=sf-fire`,
        headers: { cookie: room.cookie('admin') },
      })
    ).json(),
  );
  try {
    const waiting = async () =>
      (await room.owner("SELECT count(*) AS held FROM pg_stat_activity WHERE wait_event_type = 'Lock'"))[0].held;
    await expect.poll(waiting).toBeGreaterThan(2);
    const id = await room.logged();
    const { incidents } = await room.get(`/board/${server.unit('TRI')}`);
    expect(incidents.map((one: { incidentId: string }) => one.incidentId)).toContain(id);
  } finally {
    await owner.query('ROLLBACK');
    await owner.end();
  }
  for (const answer of await Promise.all(previews)) expect(answer).toMatchObject({ reason: 'file.unknown' });
});
