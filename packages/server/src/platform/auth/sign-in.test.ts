import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { origin, startTestServer, type TestServer } from '../../../test/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
});
afterAll(() => server.close());

const attempt = (username: string, password: string) =>
  server.http.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    headers: { origin },
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

test('nobody registers themselves', async () => {
  const answer = await server.http.inject({
    method: 'POST',
    url: '/api/auth/sign-up/email',
    headers: { origin },
    payload: { email: 'a@b.invalid', password: 'long-enough-password', name: 'x', username: 'intruder' },
  });
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  expect((await attempt('intruder', 'long-enough-password')).statusCode).toBe(401);
});

test('an unknown name and a wrong password get the same answer; five failures lock even the right password out', async () => {
  const unknown = await attempt('nobody', 'wrong');
  for (let time = 0; time < 5; time += 1) {
    const wrong = await attempt('calltaker', 'wrong');
    expect([wrong.statusCode, wrong.body]).toEqual([unknown.statusCode, unknown.body]);
  }
  expect((await attempt('calltaker', 'marsad-practice')).statusCode).toBe(429);
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
