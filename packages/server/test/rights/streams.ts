// The stream of everybody in the table at once: who is sent which event.
import { once } from 'node:events';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import type pg from 'pg';
import { expect } from 'vitest';
import type { TestServer } from '../server.ts';
import type { Callers } from './callers.ts';
import { posts } from './places.ts';

/** Opens a stream for each role at each post, lets something happen to each incident; returns by role and post what came. */
export async function streamsSeen(
  server: TestServer,
  owner: pg.Pool,
  callers: Callers,
  roles: readonly string[],
  incidentIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  await server.martCaughtUp();
  await server.http.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.http.server.address() as AddressInfo;
  const watched = await Promise.all(
    roles.flatMap((role) =>
      posts.map(async (post) => {
        const request = get({ port, path: '/api/stream', headers: callers.headersOf(role, post), agent: false });
        const [response] = await once(request, 'response');
        const said = {
          key: `${role} ${post}`,
          status: response.statusCode as number,
          text: '',
          ended: once(response, 'end'),
        };
        response.on('data', (chunk: Buffer) => {
          said.text += chunk;
        });
        return said;
      }),
    ),
  );
  expect(watched.filter(({ status }) => status !== 200 && status !== 403)).toEqual([]);
  const made = await owner.query(
    `INSERT INTO event_outbox (kind, incident_id, force_id, room_id, station_id, type_id, created_by, at)
     SELECT 'incident.noted', incident_id, force_id, room_id, station_id, type_id, created_by, now() FROM incident WHERE incident_id = ANY ($1)
     RETURNING outbox_id`,
    [incidentIds],
  );
  expect(made.rowCount).toBe(incidentIds.length);
  await server.sequencer.drain();
  const last = await owner.query('SELECT max(position)::int AS position FROM event');
  await expect.poll(() => server.hub.position, { timeout: 20_000 }).toBeGreaterThanOrEqual(last.rows[0].position);
  // Everything that was sent stands before the end.
  server.hub.closeAll();
  await Promise.all(watched.map(({ ended }) => ended));
  return new Map(
    watched.map(({ key, text }) => [key, new Set(text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [])]),
  );
}
