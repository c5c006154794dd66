import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Room } from '../../../test/room.ts';
import { startTestServer, type TestServer } from '../../../test/server.ts';

let server: TestServer;
let room: Room;
let incidentId: string;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  room = new Room(server);
  await room.signIn('dispatcher', 'akkar');
  incidentId = await room.logged();
  // Three of each millisecond, so that a page may end between entries of one moment.
  await room.owner(
    `INSERT INTO timeline_entry (incident_id, entry_id, kind, room_id, made_at, text)
     SELECT $1, gen_random_uuid(), 'note', $2, now() - interval '1 hour' + (g / 3) * interval '1 millisecond', g::text FROM generate_series(1, 650) g`,
    [incidentId, server.unit('TRI')],
  );
});
afterAll(() => server.close());

const page = (asked: Record<string, string>, userName = 'dispatcher', id = incidentId) =>
  room.get(`/incidents/${id}/timeline?${new URLSearchParams(asked)}`, userName);
interface Entry {
  entryId: string;
  madeAt: string;
  text: string;
}

test('a long story: the incident comes with its newest entries in order, and the rest is read back to its beginning, each once', async () => {
  const detail = await room.detail(incidentId);
  const newest: Entry[] = detail.timeline;
  expect(newest).toHaveLength(200);
  expect(newest.map((entry) => entry.text)).toContain('650');
  expect([...newest].map((entry) => entry.madeAt)).toEqual([...newest].map((entry) => entry.madeAt).sort());
  // Somebody adds a note meanwhile: what is read back does not shift.
  expect((await room.post('dispatcher', `/${incidentId}/notes`, { entryId: uuidv7(), text: 'في الأثناء' }))[0]).toBe(
    200,
  );
  const seen: Entry[] = [...newest].reverse();
  for (let cursor = detail.earlierCursor; cursor !== null; ) {
    const answer = await page({ cursor, limit: '100' });
    seen.push(...answer.items);
    cursor = answer.nextCursor;
  }
  expect(seen).toHaveLength(651);
  expect(new Set(seen.map((entry) => entry.entryId)).size).toBe(651);
  expect(seen.map((entry) => entry.madeAt)).toEqual(
    seen
      .map((entry) => entry.madeAt)
      .sort()
      .reverse(),
  );
});

test('a short story is whole, with nothing before it', async () => {
  const short = await room.logged();
  expect(await room.detail(short)).toMatchObject({ timeline: [{ kind: 'logged' }], earlierCursor: null });
  expect(await page({}, 'dispatcher', short)).toMatchObject({ items: [{ kind: 'logged' }], nextCursor: null });
});

test('another area, and bad input, are refused', async () => {
  expect(await page({}, 'akkar')).toMatchObject({ status: 404, reason: 'incident.not_found' });
  expect(await page({}, 'nobody')).toMatchObject({ status: 401 });
  expect(await page({}, 'dispatcher', uuidv7())).toMatchObject({ status: 404 });
  const forged = Buffer.from(JSON.stringify(['2026-01-01T00:00:00Z', 'x'])).toString('base64url');
  for (const cursor of ['x', forged])
    expect(await page({ cursor })).toMatchObject({ status: 422, reason: 'cursor.invalid' });
  expect(await page({ limit: '0' })).toMatchObject({ status: 400 });
});
