import type pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import { origin, startTestServer, type TestServer } from '../../../test/server.ts';
import { totp } from '../../../test/totp.ts';
import { createPool } from '../db/pools.ts';

const password = 'marsad-practice';
let server: TestServer;
let owner: pg.Pool;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'), { secondFactorRoles: ['administrator'] });
  owner = createPool(server.ownerUrl, { max: 1, name: 'tests' });
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

const post = async (path: string, payload: object, cookie = '') => {
  const answer = await server.http.inject({
    method: 'POST',
    url: `/api/auth/${path}`,
    headers: { origin, cookie },
    payload,
  });
  const cookies = answer.cookies.filter((one) => one.value !== '' && one.maxAge !== 0);
  return {
    status: answer.statusCode,
    said: answer.json(),
    cookie: cookies.map((one) => `${one.name}=${encodeURIComponent(one.value)}`).join('; '),
  };
};
const firstStep = (username: string) => post('sign-in/username', { username, password });
const session = (cookie: string) => server.http.inject({ method: 'GET', url: '/api/session', headers: { cookie } });
const logged = async (since: number) =>
  (await owner.query('SELECT action FROM audit_entry WHERE audit_id > $1 ORDER BY audit_id', [since])).rows.map(
    (row) => row.action,
  );
const mark = async (): Promise<number> =>
  (await owner.query('SELECT coalesce(max(audit_id), 0) AS last FROM audit_entry')).rows[0].last;

/** Turns the second step on; time stands still, so that each test says when the next code is due. */
async function turnOn(userName: string) {
  vi.useFakeTimers({ toFake: ['Date'] });
  const cookie = await server.signIn(userName);
  const begun = await post('second-factor/begin', { password }, cookie);
  expect(begun.status).toBe(200);
  const { totpUri, backupCodes } = begun.said as { totpUri: string; backupCodes: string[] };
  const confirmed = await post('second-factor/confirm', { code: totp(totpUri, Date.now()) }, cookie);
  expect(confirmed.said).toEqual({ on: true });
  return { totpUri, backupCodes, cookie: confirmed.cookie || cookie };
}
const nextCode = () => vi.setSystemTime(Date.now() + 30_000);

test('turned on with the password and a first code; after that the password alone opens nothing', async () => {
  const since = await mark();
  const { totpUri, backupCodes } = await turnOn('dispatcher');
  expect(backupCodes).toHaveLength(10);
  const first = await firstStep('dispatcher');
  expect(first.said).toMatchObject({ secondStep: true });
  expect((await session(first.cookie)).statusCode).toBe(401);
  nextCode();
  const wrong = await post('second-step/totp', { code: '000000' }, first.cookie);
  expect([wrong.status, wrong.said.reason]).toEqual([401, 'second_factor.wrong']);
  const code = totp(totpUri, Date.now());
  const second = await post('second-step/totp', { code: `${code.slice(0, 3)} ${code.slice(3)}` }, first.cookie);
  expect(second.said).toMatchObject({ secondStep: false });
  expect((await session(second.cookie)).json()).toMatchObject({ secondFactor: { on: true } });
  expect(await logged(since)).toEqual([
    'session.signed_in',
    'second_factor.begun',
    'second_factor.on',
    'session.second_step_asked',
    'session.second_step_refused',
    'session.signed_in',
  ]);
});

test('a code works once, whoever saw it; the next one works', async () => {
  const { totpUri } = await turnOn('calltaker');
  nextCode();
  const code = totp(totpUri, Date.now());
  const first = await firstStep('calltaker');
  expect((await post('second-step/totp', { code }, first.cookie)).status).toBe(200);
  const again = await firstStep('calltaker');
  expect((await post('second-step/totp', { code }, again.cookie)).said.reason).toBe('second_factor.wrong');
  nextCode();
  expect((await post('second-step/totp', { code: totp(totpUri, Date.now()) }, again.cookie)).status).toBe(200);
});

test('guesses of codes are counted over all sign-ins, also sent at once; then the right code is refused too', async () => {
  const { totpUri } = await turnOn('akkar');
  nextCode();
  const steps = await Promise.all(Array.from({ length: 12 }, () => firstStep('akkar')));
  const challenges = steps.map((step) => step.cookie).filter((cookie) => cookie !== '');
  const guesses = await Promise.all(
    challenges.flatMap((cookie, n) =>
      [0, 1, 2].map((m) => post('second-step/totp', { code: String(100_000 + n * 3 + m) }, cookie)),
    ),
  );
  expect(guesses.filter((guess) => guess.status === 401)).toHaveLength(5);
  const fresh = await firstStep('akkar');
  const right = await post('second-step/totp', { code: totp(totpUri, Date.now()) }, fresh.cookie);
  expect([right.status, right.said.reason]).toEqual([429, 'sign_in.locked']);
  vi.setSystemTime(Date.now() + 16 * 60_000);
  const later = await firstStep('akkar');
  expect((await post('second-step/totp', { code: totp(totpUri, Date.now()) }, later.cookie)).status).toBe(200);
});

test('a backup code works once and new ones end the old; a device cannot be trusted for later', async () => {
  const { backupCodes, cookie } = await turnOn('centre');
  const [code = '', other = ''] = backupCodes;
  const first = await firstStep('centre');
  const used = await post('second-step/backup-code', { code, trustDevice: true }, first.cookie);
  expect(used.status).toBe(200);
  expect(used.cookie).not.toContain('trust_device');
  expect((await firstStep('centre')).said).toMatchObject({ secondStep: true });
  const again = await firstStep('centre');
  expect((await post('second-step/backup-code', { code }, again.cookie)).said.reason).toBe('second_factor.wrong');
  const made = await post('second-factor/backup-codes', { password }, used.cookie || cookie);
  expect(made.said.backupCodes).toHaveLength(10);
  const old = await firstStep('centre');
  expect((await post('second-step/backup-code', { code: other }, old.cookie)).said.reason).toBe('second_factor.wrong');
});

test('turning it off needs the password, and a cookie without its challenge is nothing', async () => {
  const { cookie } = await turnOn('analyst');
  const refused = await post('second-factor/end', { password: 'wrong' }, cookie);
  expect([refused.status, refused.said.reason]).toEqual([422, 'password.wrong']);
  expect((await post('second-factor/begin', { password }, cookie)).said.reason).toBe('second_factor.is_on');
  expect((await post('second-step/totp', { code: '123456' }, 'marsad.two_factor=made.up')).said.reason).toBe(
    'second_factor.expired',
  );
  const ended = await post('second-factor/end', { password }, cookie);
  expect(ended.said).toEqual({ on: false });
  expect((await firstStep('analyst')).said).toMatchObject({ secondStep: false });
});

test('a post that demands it opens nothing before it is on', async () => {
  const cookie = await server.signIn('admin');
  expect((await session(cookie)).json()).toMatchObject({
    actions: ['session.self', 'account.self'],
    secondFactor: { on: false, required: true },
  });
  const refused = await server.http.inject({ method: 'GET', url: '/api/imports', headers: { cookie } });
  expect(refused.json().reason).toBe('second_factor.required');
  const on = await turnOn('admin');
  expect((await session(on.cookie)).json().actions).toContain('import.run');
  const open = await server.http.inject({ method: 'GET', url: '/api/imports', headers: { cookie: on.cookie } });
  expect(open.statusCode).toBe(200);
});

test('a password is changed with the old one, must be hard to guess, and ends the sessions elsewhere', async () => {
  const here = await server.signIn('hq');
  const elsewhere = await server.signIn('hq');
  const change = (currentPassword: string, newPassword: string) =>
    post('change-password', { currentPassword, newPassword }, here);
  expect((await change(password, 'short')).said.reason).toBe('password.short');
  expect((await change(password, 'hq-password-123456')).said.reason).toBe('password.simple');
  expect((await change('wrong', 'olive tree and the sea')).said.reason).toBe('password.wrong');
  const changed = await change(password, 'olive tree and the sea');
  expect(changed.said).toEqual({ changed: true });
  expect((await session(elsewhere)).statusCode).toBe(401);
  expect((await session(changed.cookie)).statusCode).toBe(200);
  expect((await firstStep('hq')).status).toBe(401);
  for (let time = 0; time < 6; time += 1)
    await post('change-password', { currentPassword: 'guess', newPassword: 'olive tree and the sea' }, changed.cookie);
  // Guesses inside are guesses at the door.
  expect((await post('sign-in/username', { username: 'hq', password: 'olive tree and the sea' })).status).toBe(429);
});
