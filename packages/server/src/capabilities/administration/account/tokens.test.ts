import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import { origin, startTestServer, type TestServer } from '../../../../test/server.ts';
import { createPool } from '../../../platform/db/pools.ts';

let server: TestServer;
let owner: pg.Pool;
let dispatcher: string;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  owner = createPool(server.ownerUrl, { max: 1, name: 'tests' });
  dispatcher = await server.signIn('dispatcher');
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

const newSecret = () => `msd_${randomBytes(32).toString('base64url')}`;
const post = (headers: Record<string, string>, url: string, payload: object) =>
  server.http.inject({ method: 'POST', url, headers, payload });
const get = (headers: Record<string, string>, url: string) => server.http.inject({ method: 'GET', url, headers });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function make(more: object = {}, cookie = dispatcher) {
  const secret = newSecret();
  const payload = {
    commandId: uuidv7(),
    tokenId: uuidv7(),
    name: 'برنامج الربط',
    secretDigest: createHash('sha256').update(secret).digest('hex'),
    days: 30,
    ...more,
  };
  const answer = await post({ cookie }, '/api/account/tokens', payload);
  return { secret, payload, answer };
}
const incident = () => ({
  commandId: uuidv7(),
  incidentId: uuidv7(),
  roomId: server.unit('TRI'),
  typeId: server.type('violence.fight'),
  placeText: 'ساحة التمرين',
});
const board = () => `/api/board/${server.unit('TRI')}`;

test('works: a program acts for its person, also with a foreign origin, and the log says by which token', async () => {
  const { secret, payload, answer } = await make();
  expect(answer.statusCode).toBe(200);
  expect((await get(bearer(secret), '/api/session')).json()).toMatchObject({ person: { userName: 'dispatcher' } });
  const command = incident();
  const headers = { ...bearer(secret), origin: 'https://elsewhere.invalid' };
  expect((await post(headers, '/api/incidents', command)).statusCode).toBe(200);
  const entry = await owner.query('SELECT token_id, action FROM audit_entry WHERE subject_id = $1', [
    command.incidentId,
  ]);
  expect(entry.rows).toEqual([{ token_id: payload.tokenId, action: 'incident.log' }]);
  const listed = (await get({ cookie: dispatcher }, '/api/account/tokens')).json();
  expect(listed[0]).toMatchObject({ tokenId: payload.tokenId, actions: null, revokedAt: null });
  expect(listed[0].lastUsedAt).not.toBeNull();
});

test('the secret stands nowhere: not in the answer, the tables, or the log', async () => {
  const { secret, answer } = await make();
  const tables = await owner.query(
    'SELECT (SELECT json_agg(c)::text FROM command c) || (SELECT json_agg(a)::text FROM audit_entry a) || (SELECT json_agg(t)::text FROM api_token t) AS all',
  );
  expect(answer.body + tables.rows[0].all).not.toContain(secret.slice(4));
});

test('less than its person: only what was given, also on streams and files; never more, also not what the person has lost', async () => {
  const { secret } = await make({ actions: ['incident.log'] });
  const command = incident();
  expect((await post(bearer(secret), '/api/incidents', command)).statusCode).toBe(200);
  const refused = await get(bearer(secret), board());
  expect([refused.statusCode, refused.json().reason]).toEqual([403, 'token.action']);
  expect((await get(bearer(secret), '/api/stream')).statusCode).toBe(403);
  for (const actions of [['organisation.manage'], ['account.self'], ['no.such.action']])
    expect((await make({ actions })).answer.json()).toMatchObject({ status: 422, reason: 'token.beyond_rights' });
  const full = await make();
  expect((await get(bearer(full.secret), '/api/imports')).statusCode).toBe(403);
  const other = await post(bearer(full.secret), '/api/incidents', { ...incident(), roomId: server.unit('AKK') });
  expect(other.json().reason).toBe('area.outside');
});

test('a command repeated with its id is done once, by token as by hand', async () => {
  const { secret } = await make();
  const command = incident();
  const answers = await Promise.all([1, 2, 3].map(() => post(bearer(secret), '/api/incidents', command)));
  expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
  const again = await post({ cookie: dispatcher }, '/api/incidents', command);
  expect(again.body).toBe(answers[0]?.body);
});

test('making a token twice with one command makes one; with other content it is a conflict', async () => {
  const { payload, answer } = await make();
  expect((await post({ cookie: dispatcher }, '/api/account/tokens', payload)).body).toBe(answer.body);
  const changed = await post({ cookie: dispatcher }, '/api/account/tokens', { ...payload, name: 'x' });
  expect(changed.json().reason).toBe('command.id_used');
});

test('ends: run out, revoked, its person no longer active, forged', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const short = await make({ days: 1 });
  vi.setSystemTime(Date.now() + 86_400_000 - 1000);
  expect((await get(bearer(short.secret), '/api/session')).statusCode).toBe(200);
  vi.setSystemTime(Date.now() + 2000);
  expect((await get(bearer(short.secret), '/api/session')).statusCode).toBe(401);
  vi.useRealTimers();

  const revoked = await make();
  const revoke = (cookie: string) =>
    post({ cookie }, `/api/account/tokens/${revoked.payload.tokenId}/revoke`, { commandId: uuidv7() });
  expect((await revoke(await server.signIn('akkar'))).json().reason).toBe('token.unknown');
  expect((await get(bearer(revoked.secret), '/api/session')).statusCode).toBe(200);
  const first = (await revoke(dispatcher)).json();
  expect((await get(bearer(revoked.secret), '/api/session')).statusCode).toBe(401);
  expect((await revoke(dispatcher)).json()).toEqual(first);

  for (const token of [newSecret(), revoked.secret.slice(0, -1), 'msd_', '', `${newSecret()} OR 1=1`])
    expect((await get(bearer(token), '/api/session')).statusCode, token).toBe(401);
  // With a program's header the cookie beside it counts for nothing.
  expect((await get({ ...bearer(newSecret()), cookie: dispatcher }, '/api/session')).statusCode).toBe(401);

  const gone = await make({}, await server.signIn('calltaker'));
  await owner.query("UPDATE person SET active = false WHERE user_name = 'calltaker'");
  server.directory.forget();
  expect((await get(bearer(gone.secret), '/api/session')).statusCode).toBe(401);
});

test('refused: a token manages no account, signs nobody in, and makes no further token', async () => {
  const { secret, payload } = await make();
  const refused = await post(bearer(secret), '/api/account/tokens', { ...payload, commandId: uuidv7() });
  expect(refused.json()).toMatchObject({ status: 403, reason: 'token.not_for_account' });
  expect((await get(bearer(secret), '/api/account/sessions')).json().reason).toBe('token.not_for_account');
  for (const path of ['second-factor/begin', 'second-factor/end', 'change-password']) {
    const payload = {
      password: 'marsad-practice',
      currentPassword: 'marsad-practice',
      newPassword: 'a river in winter',
    };
    const answer = await post({ ...bearer(secret), origin }, `/api/auth/${path}`, payload);
    expect(answer.statusCode, path).toBe(401);
  }
});

test('bad input: names, digests and days are judged, and nothing is written', async () => {
  for (const [wrong, field] of [
    [{ name: '' }, 'name'],
    [{ name: 'a\u202eb' }, 'name'],
    [{ secretDigest: 'abc' }, 'secretDigest'],
    [{ days: 0 }, 'days'],
    [{ days: 731 }, 'days'],
    [{ actions: [] }, 'actions'],
  ] as const) {
    const { answer, payload } = await make(wrong);
    expect(answer.json().errors?.[0]?.field, field).toBe(field);
    const kept = await owner.query('SELECT 1 FROM api_token WHERE token_id = $1', [payload.tokenId]);
    expect(kept.rowCount).toBe(0);
  }
});

test('sessions: this one is named, the others end, and the log knows', async () => {
  const here = await server.signIn('centre');
  const there = await server.signIn('centre');
  const listed = (await get({ cookie: here }, '/api/account/sessions')).json();
  expect(listed.map((one: { current: boolean }) => one.current)).toEqual([true, false]);
  const command = { commandId: uuidv7() };
  const ended = await post({ cookie: here }, '/api/account/sessions/end-others', command);
  expect(ended.json()).toEqual({ ended: 1 });
  expect((await post({ cookie: here }, '/api/account/sessions/end-others', command)).json()).toEqual({ ended: 1 });
  expect((await get({ cookie: there }, '/api/session')).statusCode).toBe(401);
  expect((await get({ cookie: here }, '/api/session')).statusCode).toBe(200);
});

test('a lost second factor is reset by an administrator for somebody else, with a reason, and their sessions end', async () => {
  const admin = await server.signIn('admin');
  const hq = await server.signIn('hq');
  const idOf = async (name: string): Promise<string> =>
    (await owner.query('SELECT person_id FROM person WHERE user_name = $1', [name])).rows[0].person_id;
  const reset = (cookie: string, personId: string, reason = 'ضاع الهاتف') =>
    post({ cookie }, `/api/people/${personId}/reset-second-factor`, { commandId: uuidv7(), reason });
  expect((await reset(dispatcher, await idOf('hq'))).json().reason).toBe('right.missing');
  expect((await reset(admin, await idOf('admin'))).json().reason).toBe('second_factor.own');
  expect((await reset(admin, uuidv7())).json().reason).toBe('person.unknown');
  expect((await reset(admin, await idOf('hq'), ' ')).json().errors[0].reason).toBe('text.empty');
  expect((await reset(admin, await idOf('hq'))).json()).toEqual({ wasOn: false });
  expect((await get({ cookie: hq }, '/api/session')).statusCode).toBe(401);
  const entry = await owner.query("SELECT reason, kind FROM audit_entry WHERE action = 'second_factor.reset'");
  expect(entry.rows).toEqual([{ reason: 'ضاع الهاتف', kind: 'administration' }]);
});
