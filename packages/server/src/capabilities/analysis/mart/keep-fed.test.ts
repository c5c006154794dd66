import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { callsOf } from '../../../../test/administration.ts';
import { Room } from '../../../../test/room.ts';
import { startTestServer, type TestServer } from '../../../../test/server.ts';
import { createPool } from '../../../platform/db/pools.ts';
import { keepFed } from './keep-fed.ts';
import { withMart } from './mart.fixture.ts';

let server: TestServer;
let room: Room;
let owner: pg.Pool;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  owner = createPool(server.ownerUrl, { max: 1, name: 'tests' });
  room = new Room(server);
  await room.signIn('dispatcher', 'admin');
});
afterAll(async () => {
  await owner?.end();
  await server?.close();
});

// A mart beside the server's own follows the events of its database: nobody else may open that file.
test('what waits has new limits in the mart at once, and what stood before stays known; what was reached stays', () =>
  withMart(async (mart) => {
    const errors: unknown[] = [];
    const keeper = keepFed({ mart, owner, clock: server.runner.clock, onError: (error) => errors.push(error) });
    const limitsOf = async (incidentId: string) => {
      await server.sequencer.drain();
      await keeper.catchUp();
      const found = await mart.file.read(
        'SELECT limit_seconds, version FROM incident WHERE incident_id = $1::UUID ORDER BY recorded_from, recorded_to NULLS LAST',
        [incidentId],
      );
      return found.map((row) => [row.limit_seconds, row.version]);
    };
    const typeId = server.type('violence.fight');
    const priority = server.organisation.findType(typeId)?.priority;
    const set = (was: number | null, responseMinutes: number) =>
      callsOf(server)(room.cookie('admin'), 'PUT', `/reference/limits/${server.unit('PRA')}`, {
        limits: [{ priority, typeId, was, responseMinutes }],
      });
    expect((await set(null, 10)).status).toBe(200);
    const waits = await room.logged();
    const reached = await room.logged();
    const assignment = `/${reached}/assignments/${await room.sent(reached)}/status`;
    for (const to of ['acknowledged', 'en_route', 'on_scene'])
      expect((await room.post('dispatcher', assignment, { to }))[0]).toBe(200);
    const before = await limitsOf(reached);
    expect(await limitsOf(waits)).toEqual([[600, 1]]);
    expect((await set(10, 25)).body).toEqual({ changed: 1, renewed: 1 });
    expect(await limitsOf(waits)).toEqual([
      [600, 1],
      [1500, 1],
    ]);
    expect(await limitsOf(reached)).toEqual(before);
    expect(errors).toEqual([]);
    await keeper.stop();
  }));
