// The log says on which post something was done: the one chosen on the screen where it gives the right, never one that the person
// does not hold.
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
  // Of the call-taker: a post that has ended, a later one in another room, and one as inspector, which gives no note.
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
  await room.owner(
    `INSERT INTO post (post_id, person_id, role_id, unit_id, valid_from)
     SELECT gen_random_uuid(), person_id, r.role_id, u.unit_id, '2021-01-01' FROM person CROSS JOIN role r CROSS JOIN org_unit u
     WHERE user_name = 'calltaker' AND r.code = 'dispatcher' AND u.code = 'AKK'`,
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
const sendFrom = async (post: string, payload: object) =>
  server.http.inject({
    method: 'POST',
    url: `/api/incidents/${incidentId}/notes`,
    headers: { cookie: room.cookie('calltaker'), 'x-marsad-post': post },
    payload,
  });
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

test('works: the post chosen on the screen stands in the log, that of the command before it, and is no other command for it', async () => {
  const [first, chosen] = [await one('calltaker', 'call_taker'), await one('calltaker', 'dispatcher')];
  const made = note({});
  for (const post of [chosen, first]) expect((await sendFrom(post, made)).statusCode).toBe(200);
  expect(await recorded(made.commandId)).toMatchObject({ command: chosen, audit: chosen });
  const waited = note({ actingPostId: first });
  expect((await sendFrom(chosen, waited)).statusCode).toBe(200);
  expect(await recorded(waited.commandId)).toMatchObject({ command: first, audit: first });
});

test('works: rights are the union of the posts; the log names the one that gave it', async () => {
  const actingPostId = await one('calltaker', 'inspector');
  const given = note({ actingPostId });
  expect((await room.post('calltaker', `/${incidentId}/notes`, given))[0]).toBe(200);
  expect(await recorded(given.commandId)).toMatchObject({ command: await one('calltaker', 'call_taker') });
});

test('refused: a post of another, one that has ended, one that is none; named in the command or by the screen', async () => {
  const before = await room.owner('SELECT count(*)::int AS n FROM command');
  const foreign = [await one('dispatcher', 'dispatcher'), await one('calltaker', 'call_taker', true), uuidv7()];
  expect(foreign).not.toContain('none');
  for (const actingPostId of foreign) {
    expect(await room.post('calltaker', `/${incidentId}/notes`, note({ actingPostId }))).toEqual([
      403,
      'post.not_yours',
    ]);
    expect((await sendFrom(actingPostId, note({}))).json()).toMatchObject({ reason: 'post.not_yours' });
  }
  expect((await room.post('calltaker', `/${incidentId}/notes`, note({ actingPostId: 'x' })))[0]).toBe(400);
  expect(await room.owner('SELECT count(*)::int AS n FROM command')).toEqual(before);
});

test('what was looked at is logged with the post that opened it, the one chosen where it gives the right', async () => {
  const inspector = await one('calltaker', 'inspector');
  const look = async (userName: string, post: string) => {
    const since = await room.owner('SELECT coalesce(max(audit_id), 0) AS last FROM audit_entry');
    const answer = await server.http.inject({
      method: 'GET',
      url: '/api/audit/entries?limit=1',
      headers: { cookie: room.cookie(userName), 'x-marsad-post': post },
    });
    const rows = await room.owner(
      "SELECT post_id AS post FROM audit_entry WHERE action = 'audit.read' AND audit_id > $1",
      [since[0].last],
    );
    return [answer.statusCode, rows.map((row: { post: string }) => row.post)];
  };
  expect(await look('inspector', await one('inspector', 'inspector'))).toEqual([
    200,
    [await one('inspector', 'inspector')],
  ]);
  expect(await look('calltaker', await one('calltaker', 'dispatcher'))).toEqual([200, [inspector]]);
  expect(await look('calltaker', await one('inspector', 'inspector'))).toEqual([403, []]);
});

test('a session tells the posts that stand today alone', async () => {
  const { posts } = await room.get('/session', 'calltaker');
  const standing = (await postsOf('calltaker')).filter((post) => !post.ended).map((post) => post.post);
  expect(posts.map((post: { postId: string }) => post.postId).sort()).toEqual(standing.sort());
});
