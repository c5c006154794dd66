import type { AddressInfo } from 'node:net';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import { origin, startTestServer, type TestServer } from '../../../test/server.ts';
import { createPool } from '../db/pools.ts';

let server: TestServer;
let owner: pg.Pool;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  owner = createPool(server.ownerUrl, { max: 1, name: 'tests' });
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

const attempt = (username: string, password: string, remoteAddress = '127.0.0.1') =>
  server.http.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    headers: { origin },
    remoteAddress,
    payload: { username, password },
  });
const session = (cookie: string) => server.http.inject({ method: 'GET', url: '/api/session', headers: { cookie } });

test('a session says who and where; without one, and after sign-out, there is none', async () => {
  const cookie = await server.signIn('dispatcher');
  expect((await session(cookie)).json()).toMatchObject({
    person: { userName: 'dispatcher' },
    boardRoomIds: [server.unit('TRI')],
    practice: true,
  });
  expect((await session('')).statusCode).toBe(401);
  await server.http.inject({ method: 'POST', url: '/api/auth/sign-out', headers: { cookie, origin }, payload: {} });
  expect((await session(cookie)).statusCode).toBe(401);
});

test('nobody registers themselves: of the library only what Marsad uses answers', async () => {
  const paths = ['/sign-up/email', '/sign-in/email', '/update-user', '/change-email', '/delete-user', '/set-password'];
  const more = [
    '/reset-password',
    '/request-password-reset',
    '/list-sessions',
    '/two-factor/enable',
    '/sign-in/social',
  ];
  for (const path of [...paths, ...more, '/get-session', '/is-username-available', '/link-social', '/ok']) {
    for (const method of ['GET', 'POST'] as const) {
      const answer = await server.http.inject({
        method,
        url: `/api/auth${path}`,
        headers: { origin },
        ...(method === 'POST' && {
          payload: { email: 'a@b.invalid', password: 'long-enough-password', name: 'x', username: 'intruder' },
        }),
      });
      expect(answer.statusCode, `${method} ${path}`).toBe(404);
    }
  }
  expect((await attempt('intruder', 'long-enough-password')).statusCode).toBe(401);
});

test('an unknown name, a wrong password and an inactive person get the same answer', async () => {
  const unknown = await attempt('nobody', 'wrong');
  expect(unknown.json().reason).toBe('sign_in.wrong');
  const wrong = await attempt('hq', 'wrong');
  expect([wrong.statusCode, wrong.body]).toEqual([unknown.statusCode, unknown.body]);
  await owner.query("UPDATE person SET active = false WHERE user_name = 'hq'");
  const inactive = await attempt('hq', 'marsad-practice');
  expect([inactive.statusCode, inactive.body, inactive.cookies]).toEqual([unknown.statusCode, unknown.body, []]);
});

test('five failures lock even the right password out, however the name is written, and time opens it again', async () => {
  for (let time = 0; time < 5; time += 1) {
    const written = ['calltaker', 'CallTaker', ' CALLTAKER', 'callTaker ', 'calltaker'][time] ?? '';
    expect((await attempt(written, 'wrong')).statusCode).toBe(401);
  }
  for (const written of ['calltaker', 'CALLTAKER', ' calltaker'])
    expect((await attempt(written, 'marsad-practice')).json()).toMatchObject({ status: 429, reason: 'sign_in.locked' });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 16 * 60_000 });
  expect((await attempt('calltaker', 'marsad-practice')).statusCode).toBe(200);
  vi.useRealTimers();
});

test('forty guesses at once are five guesses', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => attempt('traffic', 'wrong')));
  expect(answers.filter((answer) => answer.statusCode === 401)).toHaveLength(5);
  expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(35);
  expect((await attempt('traffic', 'marsad-practice')).statusCode).toBe(429);
});

test('who guesses from one address locks the name there and not at the seat of its owner; from many, everywhere', async () => {
  for (let time = 0; time < 6; time += 1) await attempt('inspector', 'wrong', '10.9.0.1');
  expect((await attempt('inspector', 'marsad-practice', '10.9.0.1')).statusCode).toBe(429);
  expect((await attempt('inspector', 'marsad-practice', '10.9.0.2')).statusCode).toBe(200);
  // That its owner signed in elsewhere gives whoever guesses no new tries.
  expect((await attempt('inspector', 'marsad-practice', '10.9.0.1')).statusCode).toBe(429);
  for (let host = 3; host < 7; host += 1)
    for (let time = 0; time < 4; time += 1) await attempt('inspector', 'wrong', `10.9.0.${host}`);
  expect((await attempt('inspector', 'marsad-practice', '10.9.0.2')).statusCode).toBe(429);
});

test('the name of nobody is locked as one of somebody is, and a flood of refusals is told once', async () => {
  const mark = (await owner.query('SELECT max(audit_id) AS last FROM audit_entry')).rows[0].last;
  const sixth: number[] = [];
  for (let time = 0; time < 6; time += 1) sixth.push((await attempt('no.such.name', 'x', '10.8.0.1')).statusCode);
  expect(sixth).toEqual([401, 401, 401, 401, 401, 429]);
  for (let index = 0; index < 80; index += 1) {
    const answer = await attempt(`guess ${index}`, 'x', '10.8.0.1');
    expect(answer.statusCode).toBe(401);
  }
  const entries = await owner.query(
    "SELECT action, count(*) AS n FROM audit_entry WHERE audit_id > $1 AND source_address = '10.8.0.1' GROUP BY action ORDER BY action",
    [mark],
  );
  expect(entries.rows).toEqual([
    { action: 'session.flooded', n: 1 },
    { action: 'session.locked', n: 1 },
    { action: 'session.refused', n: 59 },
  ]);
  // Others are written as before, and a quarter of an hour later so is this one.
  await attempt('nobody.else', 'x', '10.8.0.2');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 16 * 60_000 });
  await attempt('again', 'x', '10.8.0.1');
  const after = await owner.query('SELECT source_address FROM audit_entry ORDER BY audit_id DESC LIMIT 2');
  expect(after.rows.map((row) => row.source_address)).toEqual(['10.8.0.1', '10.8.0.2']);
});

test('a session ends when nobody uses it, and goes on while somebody does', async () => {
  const cookie = await server.signIn('analyst');
  vi.useFakeTimers({ toFake: ['Date'] });
  const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000);
  later(29);
  expect((await session(cookie)).statusCode).toBe(200);
  later(29);
  expect((await session(cookie)).statusCode).toBe(200);
  later(31);
  expect((await session(cookie)).statusCode).toBe(401);
  vi.useRealTimers();
  expect((await session(cookie)).statusCode).toBe(401);
});

test('no session can be planted: each sign-in makes its own and ends the one the browser had', async () => {
  const before = await server.signIn('akkar');
  expect((await session('marsad.session_token=planted')).statusCode).toBe(401);
  const answer = await server.http.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    headers: { origin, cookie: before },
    payload: { username: 'centre', password: 'marsad-practice', token: 'planted' },
  });
  const after = answer.cookies.map((cookie) => `${cookie.name}=${encodeURIComponent(cookie.value)}`).join('; ');
  expect(after).not.toBe(before);
  expect((await session(after)).json()).toMatchObject({ person: { userName: 'centre' } });
  expect((await session(before)).statusCode).toBe(401);
  const cookie = answer.cookies.find((one) => one.name.endsWith('session_token'));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
});

test('every way in and out is in the log, with the address and without what was typed', async () => {
  const mark = (await owner.query('SELECT max(audit_id) AS last FROM audit_entry')).rows[0].last;
  await attempt('my-secret-password', 'x');
  await attempt('admin', 'wrong');
  const cookie = await server.signIn('admin');
  const leave = (payload: object, sent: string) =>
    server.http.inject({ method: 'POST', url: '/api/auth/sign-out', headers: { cookie: sent, origin }, payload });
  await leave({}, cookie);
  await leave({ locked: true }, await server.signIn('admin'));
  const rows = await owner.query('SELECT * FROM audit_entry WHERE audit_id > $1 ORDER BY audit_id', [mark]);
  const admin = (await owner.query("SELECT person_id FROM person WHERE user_name = 'admin'")).rows[0].person_id;
  expect(rows.rows.map((row) => [row.kind, row.action, row.person_id, row.source_address])).toEqual([
    ['access', 'session.refused', null, '127.0.0.1'],
    ['access', 'session.refused', admin, '127.0.0.1'],
    ['access', 'session.signed_in', admin, '127.0.0.1'],
    ['access', 'session.signed_out', admin, '127.0.0.1'],
    ['access', 'session.signed_in', admin, '127.0.0.1'],
    ['access', 'session.screen_locked', admin, '127.0.0.1'],
  ]);
  expect(JSON.stringify(rows.rows)).not.toContain('my-secret-password');
});

test('a stream ends with the session that opened it', async () => {
  const cookie = await server.signIn('admin');
  const watcher = await server.signIn('analyst');
  await server.http.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.http.server.address() as AddressInfo;
  const stream = await fetch(`http://127.0.0.1:${port}/api/stream`, { headers: { cookie: watcher } });
  expect(stream.status).toBe(200);
  const told = stream.text();
  await server.http.inject({
    method: 'POST',
    url: '/api/auth/sign-out',
    headers: { cookie: watcher, origin },
    payload: {},
  });
  await server.hub.recheckAll();
  expect(await told).toContain('event: reload');
  expect((await fetch(`http://127.0.0.1:${port}/api/stream`, { headers: { cookie: watcher } })).status).toBe(401);
  expect((await session(cookie)).statusCode).toBe(200);
});

test('a page of another origin changes nothing', async () => {
  const cookie = await server.signIn('dispatcher');
  const answer = await server.http.inject({
    method: 'POST',
    url: '/api/incidents',
    headers: { cookie, origin: 'http://evil.invalid' },
    payload: {},
  });
  expect(answer.statusCode).toBe(403);
});

test('the door says whether a practice force stands behind it, to anybody, and nothing else', async () => {
  const door = () => server.http.inject({ method: 'GET', url: '/api/auth/door' });
  expect((await door()).json()).toEqual({ practice: true });
  expect((await door()).headers['cache-control']).toBe('no-store');
  await owner.query('UPDATE org_unit SET practice = false');
  await server.organisation.reload();
  expect((await door()).json()).toEqual({ practice: false });
  await owner.query('UPDATE org_unit SET practice = true');
  await server.organisation.reload();
});
