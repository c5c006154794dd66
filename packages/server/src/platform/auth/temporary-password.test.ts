// A password that an administrator set opens nothing until its person has chosen one of their own.
import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { callsOf, chooseOwn } from '../../../test/administration.ts';
import { origin, startTestServer, type TestServer } from '../../../test/server.ts';

const temporary = 'a river in winter 77';
const own = 'an olive tree in summer';
let server: TestServer;
let call: ReturnType<typeof callsOf>;
let admin: string;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  call = callsOf(server);
  admin = await server.signIn('admin');
});
afterAll(() => server.close());

const post = (path: string, payload: object, cookie = '') =>
  server.http.inject({ method: 'POST', url: `/api/auth/${path}`, headers: { origin, cookie }, payload });
const signIn = (username: string, password: string) => post('sign-in/username', { username, password });

/** Takes a dispatcher in with a temporary password; returns their id. */
async function newDispatcher(userName: string): Promise<string> {
  const personId = uuidv7();
  const roleId = server.organisation.roles.find((one) => one.code === 'dispatcher')?.roleId;
  const made = await call(admin, 'POST', '/people', {
    personId,
    nameAr: 'شخص جديد',
    nameLatin: `New ${userName}`,
    account: { userName, password: temporary },
    post: { postId: uuidv7(), roleId, unitId: server.unit('TRI'), validFrom: '2026-01-01' },
  });
  expect(made.status, made.reasons.join()).toBe(200);
  return personId;
}
const isTemporary = async (personId: string) =>
  (await call(admin, 'GET', `/people/${personId}`)).body.account.temporaryPassword;
const reset = (personId: string, more: object = {}) =>
  call(admin, 'PUT', `/people/${personId}/account`, { password: temporary, ...more });

/** Operations, files, the stream and one's own account, each as a screen would ask for it. */
const everything = (): ['GET' | 'POST', string, object?][] => [
  ['GET', '/api/session'],
  ['GET', '/api/reference'],
  ['GET', `/api/board/${server.unit('TRI')}`],
  ['GET', '/api/account/sessions'],
  [
    'POST',
    '/api/account/tokens',
    { commandId: uuidv7(), tokenId: uuidv7(), name: 'x', secretDigest: 'a'.repeat(64), days: 1 },
  ],
  [
    'POST',
    '/api/incidents',
    {
      commandId: uuidv7(),
      incidentId: uuidv7(),
      roomId: server.unit('TRI'),
      typeId: server.type('violence.fight'),
      placeText: 'ساحة',
    },
  ],
  ['POST', '/api/incidents/export', { format: 'csv', filters: {}, language: 'ar', recipient: 'x', reason: 'y' }],
  ['POST', '/api/auth/second-factor/begin', { password: temporary }],
];

test('until the person has chosen, nothing answers and each refusal says why; then everything does', async () => {
  const personId = await newDispatcher('new.hand');
  expect(await isTemporary(personId)).toBe(true);
  const came = await signIn('new.hand', temporary);
  expect(came.json()).toEqual({ secondStep: false, ownPassword: true });
  const cookie = await server.signIn('new.hand', temporary);
  for (const [method, url, payload] of everything()) {
    const answer = await server.http.inject({ method, url, headers: { cookie, origin }, ...(payload && { payload }) });
    expect([answer.statusCode, answer.json().reason], url).toEqual([401, 'password.temporary']);
  }
  const stream = await server.http.inject({ method: 'GET', url: '/api/stream', headers: { cookie } });
  expect(stream.statusCode).toBe(403);
  const open = await chooseOwn(server, 'new.hand', temporary, own);
  expect((await call(open, 'GET', '/session')).body.logRoomIds).toContain(server.unit('TRI'));
  expect(await isTemporary(personId)).toBe(false);
  expect((await signIn('new.hand', own)).json()).toEqual({ secondStep: false, ownPassword: false });
  expect((await signIn('new.hand', temporary)).statusCode).toBe(401);
});

test('the session in which it was chosen goes on, the one before it does not', async () => {
  await newDispatcher('goes.on');
  const [before, cookie] = [await server.signIn('goes.on', temporary), await server.signIn('goes.on', temporary)];
  const chosen = await post('change-password', { currentPassword: temporary, newPassword: own }, cookie);
  const renewed = chosen.cookies.map((one) => `${one.name}=${encodeURIComponent(one.value)}`).join('; ');
  expect((await call(renewed, 'GET', '/session')).status).toBe(200);
  expect((await call(before, 'GET', '/session')).reasons).toEqual(['session.missing']);
});

test('a password that an administrator sets again is temporary again, in the open session too, and only once for a repeat', async () => {
  const personId = await newDispatcher('forgot.it');
  const cookie = await chooseOwn(server, 'forgot.it', temporary, own);
  const commandId = uuidv7();
  expect((await reset(personId, { commandId })).status).toBe(200);
  expect((await call(cookie, 'GET', '/session')).status).toBe(401);
  expect(await isTemporary(personId)).toBe(true);
  await chooseOwn(server, 'forgot.it', temporary, own);
  expect((await reset(personId, { commandId })).status).toBe(200);
  expect(await isTemporary(personId)).toBe(false);
});

test('refused: the temporary one itself, one that is easily guessed, a wrong present one; it stays temporary', async () => {
  const personId = await newDispatcher('no.luck');
  const cookie = await server.signIn('no.luck', temporary);
  for (const [currentPassword, newPassword, reason] of [
    [temporary, temporary, 'password.same'],
    [temporary, 'short', 'password.short'],
    [temporary, 'no.luck no.luck', 'password.simple'],
    ['not it at all', own, 'password.wrong'],
  ]) {
    const answer = await post('change-password', { currentPassword, newPassword }, cookie);
    expect([answer.statusCode, answer.json().reason]).toEqual([422, reason]);
  }
  expect(await isTemporary(personId)).toBe(true);
});

test('practice accounts, and programs with a token of before, are not concerned', async () => {
  expect((await signIn('dispatcher', 'marsad-practice')).json()).toEqual({ secondStep: false, ownPassword: false });
  const personId = await newDispatcher('has.program');
  const cookie = await chooseOwn(server, 'has.program', temporary, own);
  const token = `msd_${randomBytes(32).toString('base64url')}`;
  const secretDigest = createHash('sha256').update(token).digest('hex');
  const made = await call(cookie, 'POST', '/account/tokens', {
    tokenId: uuidv7(),
    name: 'رابط',
    secretDigest,
    days: 1,
  });
  expect(made.status).toBe(200);
  await reset(personId);
  const asProgram = await server.http.inject({ url: '/api/session', headers: { authorization: `Bearer ${token}` } });
  expect(asProgram.statusCode).toBe(200);
});
