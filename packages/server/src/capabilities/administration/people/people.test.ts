import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  callsOf,
  centreAdministrator,
  chooseOwn,
  daysFromNow,
  takeIn,
  today,
} from '../../../../test/administration.ts';
import { startTestServer, type TestServer } from '../../../../test/server.ts';
import { connectClient } from '../../../platform/db/pools.ts';

let server: TestServer;
let call: ReturnType<typeof callsOf>;
let admin: string;
let north: Awaited<ReturnType<typeof centreAdministrator>>;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  call = callsOf(server);
  admin = await server.signIn('admin');
  north = await centreAdministrator(server, admin);
});
afterAll(() => server.close());

const role = (code: string): number => {
  const found = server.organisation.roles.find((one) => one.code === code);
  if (!found) throw new Error(`Expected the role ${code}, got none.`);
  return found.roleId;
};
const input = (more: object = {}, post: object = {}) => ({
  personId: uuidv7(),
  nameAr: 'إيلي الأشقر',
  nameLatin: 'Elie Achkar',
  serviceNumber: 'S-77012',
  post: { postId: uuidv7(), roleId: role('dispatcher'), unitId: server.unit('TRI'), validFrom: '2026-01-01', ...post },
  ...more,
});
const find = async (query: string, cookie = admin) => (await call(cookie, 'GET', `/people?${query}`)).body.items;
const idOf = async (userName: string): Promise<string> =>
  (await find(`search=${userName}`)).find((one: { userName: string }) => one.userName === userName).personId;

test('works: a person is taken in, signs in with the first password and has the rights of the post at once', async () => {
  const roleId = role('dispatcher');
  const { personId, cookie } = await takeIn(server, admin, 'new.desk', roleId, server.unit('TRI'));
  expect((await call(cookie, 'GET', `/board/${server.unit('TRI')}`)).status).toBe(200);
  const known = (await call(admin, 'GET', `/people/${personId}`)).body;
  expect(known).toMatchObject({
    person: { userName: 'new.desk', active: true, validFrom: '2026-01-01', validTo: null },
    mayChange: true,
    account: { exists: true, secondFactor: false, openSessions: 1 },
    posts: [{ roleId, unitId: server.unit('TRI'), state: 'now', mayEnd: true }],
  });
  // A post more, and its rights are there with the answer; ended, they are gone with the answer.
  const postId = uuidv7();
  const given = { postId, roleId, unitId: server.unit('AKK'), validFrom: today() };
  expect((await call(cookie, 'GET', `/board/${server.unit('AKK')}`)).status).toBe(404);
  expect((await call(admin, 'POST', `/people/${personId}/posts`, given)).status).toBe(200);
  expect((await call(cookie, 'GET', `/board/${server.unit('AKK')}`)).status).toBe(200);
  const ended = await call(admin, 'POST', `/people/${personId}/posts/${postId}/end`, { lastDay: daysFromNow(-1) });
  expect(ended.body).toEqual({ ended: true });
  expect((await call(cookie, 'GET', `/board/${server.unit('AKK')}`)).status).toBe(404);
});

test('search finds Arabic however it was typed, Latin names, numbers; pages follow each other without loss', async () => {
  await call(admin, 'POST', '/people', input());
  for (const search of ['ايلي الاشقر', 'إيلى', 'achkar', 'ELIE', '77012', 'أشقر elie']) {
    const found = await find(`search=${encodeURIComponent(search)}`);
    expect(found, search).toContainEqual(expect.objectContaining({ nameLatin: 'Elie Achkar' }));
  }
  expect(await find('search=%25')).not.toEqual([]);
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = (await call(admin, 'GET', `/people?limit=200&order=latin${cursor && `&cursor=${cursor}`}`)).body;
    seen.push(...page.items.map((one: { personId: string }) => one.personId));
    cursor = page.nextCursor;
  } while (cursor);
  expect(new Set(seen).size).toBe(seen.length);
  const client = await connectClient(server.ownerUrl, 'tests');
  const all = await client.query('SELECT count(*) AS n FROM person WHERE active');
  await client.end();
  expect(seen.length).toBe(all.rows[0].n);
  const room = await find(`unitId=${server.unit('TRI')}&roleId=${role('dispatcher')}&limit=200`);
  expect(room.length).toBeGreaterThan(0);
  for (const one of room)
    expect(one.posts.some((post: { roleId: number }) => post.roleId === role('dispatcher'))).toBe(true);
});

test('changed, given a temporary password, ended: history stays, sessions and rights go', async () => {
  const { personId, cookie } = await takeIn(server, admin, 'to.leave', role('call_taker'), server.unit('TRI'));
  const changed = await call(admin, 'PATCH', `/people/${personId}`, {
    nameAr: 'اسم جديد',
    nameLatin: 'New Name',
    serviceNumber: '',
    language: 'fr',
  });
  expect(changed.body.changed.sort()).toEqual(['language', 'nameAr', 'nameLatin']);
  const account = await call(admin, 'PUT', `/people/${personId}/account`, { password: 'temporary-secret-1' });
  expect(account.body).toEqual({ userName: 'to.leave' });
  expect((await call(cookie, 'GET', '/session')).status).toBe(401);
  const again = await chooseOwn(server, 'to.leave', 'temporary-secret-1', 'a lemon tree in spring');
  expect((await call(again, 'GET', '/session')).body.person.language).toBe('fr');
  const ended = await call(admin, 'POST', `/people/${personId}/end`, { lastDay: daysFromNow(-1), reason: 'تقاعد' });
  expect(ended.body).toEqual({ ended: true });
  expect((await call(again, 'GET', '/session')).status).toBe(401);
  const known = (await call(admin, 'GET', `/people/${personId}`)).body;
  expect(known.person).toMatchObject({ active: false, validTo: daysFromNow(-1) });
  expect(known.posts).toMatchObject([{ state: 'over', validTo: daysFromNow(-1), mayEnd: false }]);
  expect((await find('search=new%20name')).length).toBe(0);
  expect((await find('search=new%20name&state=ended')).length).toBe(1);
  const late = await call(admin, 'POST', `/people/${personId}/end`, { lastDay: today() });
  expect(late.reasons).toEqual(['person.ended']);
});

test('refused: without the right nobody reads people or gives posts', async () => {
  const commander = await server.signIn('centre');
  for (const [method, url] of [
    ['GET', '/people'],
    ['POST', '/people'],
  ] as const) {
    const answer = await call(commander, method, url, input());
    expect([answer.status, ...answer.reasons]).toEqual([403, 'right.missing']);
  }
});

test('wrong area: one centre’s administrator gives no post elsewhere, none that reaches further, and touches nobody who holds more', async () => {
  const { cookie } = north;
  const made = await call(cookie, 'POST', '/people', input({ nameLatin: 'Northern Hand' }));
  expect(made.status).toBe(200);
  const outside = await call(cookie, 'POST', '/people', input({}, { unitId: server.unit('SID') }));
  expect([outside.status, ...outside.reasons]).toEqual([404, 'unit.unknown']);
  for (const code of ['administrator', 'headquarters', 'practice_analyst']) {
    const beyond = await call(cookie, 'POST', '/people', input({}, { roleId: role(code) }));
    expect([beyond.status, ...beyond.reasons], code).toEqual([403, 'post.reaches_beyond']);
  }
  const hq = await idOf('hq');
  expect((await call(cookie, 'GET', `/people/${hq}`)).status).toBe(404);
  expect((await find('search=hq', cookie)).length).toBe(0);
  // Somebody of the north who is given a post at headquarters is out of the northern administrator's hands.
  const personId = made.body.personId;
  const post = { postId: uuidv7(), roleId: role('headquarters'), unitId: server.unit('PRA'), validFrom: today() };
  expect((await call(admin, 'POST', `/people/${personId}/posts`, post)).status).toBe(200);
  expect((await call(cookie, 'GET', `/people/${personId}`)).body.mayChange).toBe(false);
  const password = { userName: 'taken.over', password: 'a-password-of-mine' };
  const taken = await call(cookie, 'PUT', `/people/${personId}/account`, password);
  expect([taken.status, ...taken.reasons]).toEqual([403, 'person.beyond']);
  const ended = await call(cookie, 'POST', `/people/${personId}/posts/${post.postId}/end`, { lastDay: today() });
  expect([ended.status, ...ended.reasons]).toEqual([404, 'post.unknown']);
});

test('nobody ends their own last right to administer, by post, by service', async () => {
  const own = await idOf('admin');
  const { posts } = (await call(admin, 'GET', `/people/${own}`)).body;
  const ended = await call(admin, 'POST', `/people/${own}/posts/${posts[0].postId}/end`, { lastDay: today() });
  expect([ended.status, ...ended.reasons]).toEqual([409, 'post.own_last']);
  const left = await call(admin, 'POST', `/people/${own}/end`, { lastDay: daysFromNow(30) });
  expect([left.status, ...left.reasons]).toEqual([409, 'post.own_last']);
  expect((await call(admin, 'GET', '/people')).status).toBe(200);
});

test('repeated: the same command with its password makes one person; another password is another command', async () => {
  const payload = {
    commandId: uuidv7(),
    ...input({ account: { userName: 'once.only', password: 'once-only-secret' } }),
  };
  const answers = await Promise.all(Array.from({ length: 6 }, () => call(admin, 'POST', '/people', payload)));
  expect(answers.map((answer) => [answer.status, answer.body])).toEqual(
    answers.map(() => [200, { personId: payload.personId }]),
  );
  const other = await call(admin, 'POST', '/people', {
    ...payload,
    account: { userName: 'once.only', password: 'another-secret-1' },
  });
  expect([other.status, ...other.reasons]).toEqual([409, 'command.id_used']);
  expect(await server.signIn('once.only', 'once-only-secret')).toContain('session');
});

test('bad input: each is refused with its reason, and nobody is written', async () => {
  const own = await idOf('dispatcher');
  const posted = { roleId: role('dispatcher'), unitId: server.unit('TRI'), validFrom: today() };
  const cases: [string, 'POST' | 'PUT' | 'PATCH', object, string][] = [
    ['', 'POST', input({ nameAr: ' ' }), 'text.empty'],
    ['', 'POST', input({ nameLatin: 'x'.repeat(121) }), 'text.too_long'],
    ['', 'POST', input({ nameAr: 'مقلوب \u202e' }), 'text.forbidden_characters'],
    ['', 'POST', input({ serviceNumber: 'nul \u0000' }), 'text.forbidden_characters'],
    ['', 'POST', input({ account: { userName: 'BAD NAME', password: 'x'.repeat(12) } }), 'person.user_name'],
    ['', 'POST', input({ account: { userName: 'short.pass', password: 'x'.repeat(11) } }), 'person.password_short'],
    ['', 'POST', input({ account: { userName: 'admin', password: 'x'.repeat(12) } }), 'person.user_name_taken'],
    ['', 'POST', input({ account: { userName: 'elie.achkar', password: 'elie.achkar-99' } }), 'password.simple'],
    ['', 'POST', input({ account: { userName: 'simple.pass', password: 'x'.repeat(12) } }), 'password.simple'],
    ['', 'POST', input({ account: { userName: 'hyphen-ated', password: 'a river in winter' } }), 'person.user_name'],
    ['', 'POST', input({}, { roleId: 999_999 }), 'role.unknown'],
    ['', 'POST', input({}, { unitId: 999_999 }), 'unit.unknown'],
    ['', 'POST', input({}, { validFrom: '2026-13-01' }), 'date.invalid'],
    ['', 'POST', input({}, { validFrom: '2026-05-02', validTo: '2026-05-01' }), 'date.order'],
    [`/${own}/posts`, 'POST', { postId: uuidv7(), ...posted }, 'post.exists'],
    [`/${own}/posts`, 'POST', { postId: uuidv7(), ...posted, validTo: '2020-01-01' }, 'date.order'],
    [`/${own}/account`, 'PUT', { userName: 'other.name', password: 'x'.repeat(12) }, 'person.user_name_fixed'],
    [`/${own}/account`, 'PUT', { password: 'x'.repeat(12) }, 'password.simple'],
    [`/${uuidv7()}/account`, 'PUT', { userName: 'other.name', password: 'x'.repeat(12) }, 'person.unknown'],
    [`/${own}/posts/${uuidv7()}/end`, 'POST', { lastDay: today() }, 'post.unknown'],
    [`/${own}/end`, 'POST', { lastDay: 'soon' }, 'date.invalid'],
  ];
  for (const [path, method, payload, reason] of cases) {
    const answer = await call(admin, method, `/people${path}`, payload);
    expect([400, 404, 409, 422], reason).toContain(answer.status);
    expect(answer.reasons, JSON.stringify(payload).slice(0, 200)).toContain(reason);
  }
  expect((await find('search=bad&state=all')).length).toBe(0);
});

test('no password stands in commands or in the audit log, not even as a digest that can be guessed', async () => {
  const { createHash } = await import('node:crypto');
  const { canonicalJson } = await import('../../../platform/audit/entry.ts');
  const personId = (await takeIn(server, admin, 'digest.test', role('call_taker'), server.unit('TRI'))).personId;
  const payload = { commandId: uuidv7(), personId, password: 'guess-me-please' };
  await call(admin, 'PUT', `/people/${personId}/account`, payload);
  const client = await connectClient(server.ownerUrl, 'tests');
  const kept = await client.query('SELECT request_digest, name FROM command WHERE command_id = $1', [
    payload.commandId,
  ]);
  await client.end();
  const guess = createHash('sha256').update(kept.rows[0].name).update(canonicalJson(payload)).digest();
  expect(guess.equals(kept.rows[0].request_digest)).toBe(false);
});
