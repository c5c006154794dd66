// The log says on which post something was done: one that the person holds and that gives the right, never what a client claims.
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
  await room.signIn('dispatcher', 'calltaker', 'inspector');
  incidentId = await room.logged();
  // A second post of the call-taker that has ended, and one as inspector, which gives no note.
  await room.owner(
    `INSERT INTO post (post_id, person_id, role_id, unit_id, valid_from, valid_to)
     SELECT gen_random_uuid(), person_id, role_id, unit_id, '2020-01-01', '2020-12-31' FROM post p JOIN person USING (person_id)
     WHERE user_name = 'calltaker'`,
  );
  await room.owner(
    `INSERT INTO post (post_id, person_id, role_id, unit_id, valid_from)
     SELECT gen_random_uuid(), c.person_id, p.role_id, p.unit_id, '2020-01-01' FROM post p JOIN person i ON i.person_id = p.person_id
     CROSS JOIN person c WHERE i.user_name = 'inspector' AND c.user_name = 'calltaker'`,
  );
  server.directory.forget();
});
afterAll(() => server.close());

const postsOf = async (userName: string): Promise<{ post: string; role: string; ended: boolean }[]> =>
  room.owner(
    `SELECT post_id AS post, code AS role, post.valid_to IS NOT NULL AS ended FROM post JOIN person USING (person_id) JOIN role USING (role_id)
     WHERE user_name = $1`,
    [userName],
  );
const one = async (userName: string, role: string, ended = false): Promise<string> =>
  (await postsOf(userName)).find((post) => post.role === role && post.ended === ended)?.post ?? 'none';
const note = (more: object) => ({ commandId: uuidv7(), entryId: uuidv7(), text: 'x', ...more });
const recorded = async (commandId: string) => {
  const rows = await room.owner(
    'SELECT c.post_id AS command, a.post_id AS audit, c.device_id AS device FROM command c JOIN audit_entry a USING (command_id) WHERE command_id = $1',
    [commandId],
  );
  return rows[0];
};

test('works: the post that gives the right stands in command and log, named or not, with the seat', async () => {
  const post = await one('calltaker', 'call_taker');
  const plain = note({ deviceId: 'seat-4' });
  expect((await room.post('calltaker', `/${incidentId}/notes`, plain))[0]).toBe(200);
  expect(await recorded(plain.commandId)).toEqual({ command: post, audit: post, device: 'seat-4' });
  const named = note({ actingPostId: post });
  expect((await room.post('calltaker', `/${incidentId}/notes`, named))[0]).toBe(200);
  expect((await room.post('calltaker', `/${incidentId}/notes`, named))[0]).toBe(200);
  expect(await recorded(named.commandId)).toMatchObject({ command: post, audit: post });
});

test('refused: a post of another, one that has ended, one that does not give the right, one that is none', async () => {
  const before = await room.owner('SELECT count(*)::int AS n FROM command');
  const foreign = [
    await one('dispatcher', 'dispatcher'),
    await one('calltaker', 'call_taker', true),
    await one('calltaker', 'inspector'),
    uuidv7(),
  ];
  expect(foreign).not.toContain('none');
  for (const actingPostId of foreign)
    expect(await room.post('calltaker', `/${incidentId}/notes`, note({ actingPostId }))).toEqual([
      403,
      'post.not_yours',
    ]);
  expect((await room.post('calltaker', `/${incidentId}/notes`, note({ actingPostId: 'x' })))[0]).toBe(400);
  expect(await room.owner('SELECT count(*)::int AS n FROM command')).toEqual(before);
});

test('what was looked at is logged with the post that opened it', async () => {
  const since = await room.owner('SELECT coalesce(max(audit_id), 0) AS last FROM audit_entry');
  await server.http.inject({
    method: 'GET',
    url: '/api/audit/entries?limit=1',
    headers: { cookie: await server.signIn('inspector') },
  });
  expect(
    await room.owner("SELECT post_id AS post FROM audit_entry WHERE action = 'audit.read' AND audit_id > $1", [
      since[0].last,
    ]),
  ).toEqual([{ post: await one('inspector', 'inspector') }]);
});
