// Whose account an administrator may lock, open, or take a second step or a token from.
import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { callsOf, centreAdministrator, daysFromNow, makeRole, right, takeIn } from '../../../../test/administration.ts';
import { startTestServer, type TestServer } from '../../../../test/server.ts';

let server: TestServer;
let call: ReturnType<typeof callsOf>;
let admin: string;
let north: string;
let desk: number;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  call = callsOf(server);
  admin = await server.signIn('admin');
  north = (await centreAdministrator(server, admin)).cookie;
  desk = server.organisation.roles.find((one) => one.code === 'call_taker')?.roleId ?? 0;
});
afterAll(() => server.close());

const reason = 'طلب قائد الغرفة';
const person = (userName: string, unit = 'TRI', roleId = desk) =>
  takeIn(server, admin, userName, roleId, server.unit(unit));
const act = (cookie: string, personId: string, what: string, more: object = {}) =>
  call(cookie, 'POST', `/people/${personId}/${what}`, { reason, ...more });
const known = async (personId: string) => (await call(admin, 'GET', `/people/${personId}`)).body;
const idOf = async (userName: string): Promise<string> =>
  (await call(admin, 'GET', `/people?search=${userName}&limit=200`)).body.items.find(
    (one: { userName: string }) => one.userName === userName,
  ).personId;

/** Gives a post in another area and ends the one in the north, as somebody who was moved. */
async function moveSouth(personId: string): Promise<void> {
  const [post] = (await known(personId)).posts;
  await act(admin, personId, `posts/${post.postId}/end`, { lastDay: daysFromNow(-1) });
  const given = { postId: uuidv7(), roleId: desk, unitId: server.unit('SID'), validFrom: '2026-01-01' };
  expect((await act(admin, personId, 'posts', given)).status).toBe(200);
}

/** Each thing that is done to somebody's account; all obey one rule. */
const doings = (personId: string): [method: 'POST' | 'PUT', url: string, body: object][] => [
  ['POST', `/people/${personId}/lock`, { reason }],
  ['POST', `/people/${personId}/unlock`, { reason }],
  ['POST', `/people/${personId}/reset-second-factor`, { reason }],
  ['POST', `/people/${personId}/tokens/${uuidv7()}/revoke`, { reason }],
  ['POST', `/people/${personId}/resume`, { reason }],
  ['POST', `/people/${personId}/end`, { lastDay: daysFromNow(-1) }],
  ['PUT', `/people/${personId}/account`, { password: 'a river in winter' }],
];
async function expectBeyond(personId: string): Promise<void> {
  for (const [method, url, body] of doings(personId)) {
    const answer = await call(north, method, url, body);
    expect([answer.status, ...answer.reasons], url).toEqual([403, 'person.beyond']);
  }
}

test('works: a locked account signs nobody in, ends sessions and stops tokens, keeps its posts, and opens again', async () => {
  const { personId, cookie, password } = await person('lock.one');
  const token = `msd_${randomBytes(32).toString('base64url')}`;
  const secretDigest = createHash('sha256').update(token).digest('hex');
  const tokenId = uuidv7();
  await call(cookie, 'POST', '/account/tokens', { tokenId, name: 'رابط', secretDigest, days: 1 });
  const asProgram = async () =>
    (await server.http.inject({ url: '/api/session', headers: { authorization: `Bearer ${token}` } })).statusCode;
  expect(await asProgram()).toBe(200);
  expect((await act(north, personId, 'lock')).status).toBe(200);
  expect((await call(cookie, 'GET', '/session')).status).toBe(401);
  expect(await asProgram()).toBe(401);
  expect(await server.signIn('lock.one', password)).toBe('');
  const locked = await known(personId);
  expect(locked.account).toMatchObject({ exists: true, openSessions: 0, lockedByAttempts: false });
  expect(locked.account.lockedAt).not.toBeNull();
  expect(locked.posts).toMatchObject([{ state: 'now' }]);
  expect(locked.tokens).toMatchObject([{ tokenId, name: 'رابط', revokedAt: null }]);
  const listed = async (state: string) =>
    (await call(north, 'GET', `/people?search=lock.one&state=${state}`)).body.items.map(
      (one: { locked: boolean }) => one.locked,
    );
  expect([await listed('locked'), await listed('active'), await listed('ended')]).toEqual([[true], [true], []]);
  expect((await act(north, personId, 'lock')).reasons).toEqual(['account.locked']);
  expect((await act(north, personId, 'unlock')).status).toBe(200);
  expect(await asProgram()).toBe(200);
  expect(await server.signIn('lock.one', password)).toContain('session');
  expect((await act(north, personId, 'unlock')).reasons).toEqual(['account.not_locked']);
  expect((await act(north, personId, `tokens/${tokenId}/revoke`)).status).toBe(200);
  expect(await asProgram()).toBe(401);
  expect((await known(personId)).tokens).toEqual([]);
  const log = await call(await server.signIn('inspector'), 'GET', `/audit/entries?subjectId=${personId}`);
  const reasons = log.body.items.map((one: { action: string; reason: string | null }) => [one.action, one.reason]);
  expect(reasons).toEqual(
    expect.arrayContaining([
      ['administration.account_locked', reason],
      ['administration.account_unlocked', reason],
    ]),
  );
});

test('works: an account that wrong attempts locked is told as such, and opened', async () => {
  const { personId, password } = await person('guessed.one');
  for (let time = 0; time < 6; time += 1) await server.signIn('guessed.one', 'wrong wrong wrong');
  expect(await server.signIn('guessed.one', password)).toBe('');
  expect((await known(personId)).account).toMatchObject({ lockedAt: null, lockedByAttempts: true });
  expect((await act(admin, personId, 'unlock')).status).toBe(200);
  expect((await known(personId)).account).toMatchObject({ lockedByAttempts: false });
  expect(await server.signIn('guessed.one', password)).toContain('session');
});

test('works: whose service ended is taken back without the posts that ended', async () => {
  const { personId, password } = await person('back.again');
  await act(north, personId, 'end', { lastDay: daysFromNow(-1) });
  expect(await server.signIn('back.again', password)).toBe('');
  expect((await act(north, personId, 'resume')).status).toBe(200);
  expect((await known(personId)).person).toMatchObject({ active: true, validTo: null });
  expect(await server.signIn('back.again', password)).toContain('session');
  expect((await known(personId)).posts).toMatchObject([{ state: 'over' }]);
  expect((await act(north, personId, 'resume')).reasons).toEqual(['person.in_service']);
});

test('refused: without the right, one’s own account, a person without an account', async () => {
  const own = await idOf('admin');
  const { personId } = await person('quiet.one');
  const commander = await server.signIn('centre');
  for (const [method, url, body] of doings(personId)) {
    const answer = await call(commander, method, url, body);
    expect([answer.status, ...answer.reasons], url).toEqual([403, 'right.missing']);
  }
  for (const [method, url, body] of doings(own).filter(([, url]) => !/resume|end$|factor/.test(url))) {
    const answer = await call(admin, method, url, body);
    expect([answer.status, ...answer.reasons], url).toEqual([403, 'account.own']);
  }
  expect((await act(admin, own, 'reset-second-factor')).reasons).toEqual(['second_factor.own']);
  const without = uuidv7();
  await call(admin, 'POST', '/people', {
    personId: without,
    nameAr: 'بلا حساب',
    nameLatin: 'No Account',
    post: { postId: uuidv7(), roleId: desk, unitId: server.unit('TRI'), validFrom: '2026-01-01' },
  });
  expect((await act(admin, without, 'lock')).reasons).toEqual(['account.none']);
});

test('wrong area: whoever serves elsewhere is not there, and whoever once served here is in nobody’s hands but those of where they serve', async () => {
  const hq = await idOf('hq');
  for (const [method, url, body] of doings(hq)) expect((await call(north, method, url, body)).status, url).toBe(404);
  const moved = await person('was.here');
  await moveSouth(moved.personId);
  await expectBeyond(moved.personId);
  expect((await call(moved.cookie, 'GET', '/session')).status).toBe(200);
  // A post in the north beside it changes nothing.
  const second = { postId: uuidv7(), roleId: desk, unitId: server.unit('AKK'), validFrom: '2026-01-01' };
  expect((await act(north, moved.personId, 'posts', second)).status).toBe(200);
  await expectBeyond(moved.personId);
});

test('wrong area: who has no post left belongs to those who administer every place where they served', async () => {
  const { personId } = await person('left.both');
  await moveSouth(personId);
  const post = (await known(personId)).posts.find((one: { state: string }) => one.state === 'now');
  await act(admin, personId, `posts/${post.postId}/end`, { lastDay: daysFromNow(-1) });
  await expectBeyond(personId);
  expect((await act(admin, personId, 'lock')).status).toBe(200);
});

test('wrong area: a post that comes later counts, and rights that the administrator lacks', async () => {
  const later = await person('goes.south');
  const given = { postId: uuidv7(), roleId: desk, unitId: server.unit('SID'), validFrom: daysFromNow(30) };
  expect((await act(admin, later.personId, 'posts', given)).status).toBe(200);
  await expectBeyond(later.personId);
  const roleId = await makeRole(server, admin, 'room_roles', [right('role.manage', 'unit')]);
  const more = await person('holds.more', 'TRI', roleId);
  await expectBeyond(more.personId);
});

test('nobody is left without an administrator, and a locked one counts as none', async () => {
  const everywhere = ['people.manage', 'organisation.manage', 'role.manage', 'reference.manage', 'import.run'];
  const rights = [...everywhere, 'gazetteer.manage'].map((action) => right(action, 'everywhere'));
  const roleId = await makeRole(server, admin, 'second_administrator', rights);
  const second = await person('second.admin', 'HQ', roleId);
  const first = await idOf('admin');
  expect((await act(second.cookie, first, 'lock')).status).toBe(200);
  const [post] = (await call(second.cookie, 'GET', `/people/${second.personId}`)).body.posts;
  const ended = await call(second.cookie, 'POST', `/people/${second.personId}/posts/${post.postId}/end`, {
    lastDay: daysFromNow(-1),
  });
  expect([ended.status, ...ended.reasons]).toEqual([409, 'post.own_last']);
  expect((await act(second.cookie, first, 'unlock')).status).toBe(200);
  admin = await server.signIn('admin');
});

test('repeated: the same command is done once and answers the same', async () => {
  const { personId } = await person('twice.one');
  for (const what of ['lock', 'unlock', 'reset-second-factor']) {
    const commandId = uuidv7();
    const answers = await Promise.all([1, 2, 3].map(() => act(admin, personId, what, { commandId })));
    expect(
      answers.map((one) => one.status),
      what,
    ).toEqual([200, 200, 200]);
    expect(new Set(answers.map((one) => JSON.stringify(one.body))).size, what).toBe(1);
    expect((await act(admin, personId, what, { commandId, reason: 'غيره' })).reasons, what).toEqual([
      'command.id_used',
    ]);
  }
});

test('bad input: a reason is asked for, ids are judged, and nothing happens', async () => {
  const { personId, cookie } = await person('bad.input');
  for (const what of ['lock', 'unlock', 'resume', 'reset-second-factor', `tokens/${uuidv7()}/revoke`]) {
    for (const [wrong, said] of [
      ['  ', 'text.empty'],
      ['x'.repeat(501), 'text.too_long'],
      ['مقلوب \u202e', 'text.forbidden_characters'],
    ])
      expect((await act(admin, personId, what, { reason: wrong })).reasons, what).toEqual([said]);
    expect((await act(admin, 'nobody', what)).status, what).toBe(400);
    expect((await act(admin, uuidv7(), what)).reasons, what).toEqual(['person.unknown']);
  }
  expect((await act(admin, personId, `tokens/${uuidv7()}/revoke`)).reasons).toEqual(['token.unknown']);
  expect((await call(cookie, 'GET', '/session')).status).toBe(200);
});
