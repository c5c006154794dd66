// Health, readiness and metrics as a supervisor and a monitoring system see them; and the log, which holds no personal data.
import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { origin, startTestServer, type TestServer } from '../../../test/server.ts';
import { connectClient } from '../db/pools.ts';

const token = 'a-token-of-the-tests';
const lines: string[] = [];
let server: TestServer;
let dispatcher: string;
beforeAll(async () => {
  const logTo = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  server = await startTestServer(inject('ownerUrl'), { logTo, metricsToken: token });
  dispatcher = await server.signIn('dispatcher');
});
afterAll(() => server.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  server.http.inject({ method: 'GET', url, headers: { cookie: dispatcher, ...headers } });
const incident = (more: object) => ({
  commandId: randomUUID(),
  incidentId: randomUUID(),
  roomId: server.unit('TRI'),
  typeId: server.type('violence.fight'),
  placeText: 'ساحة التمرين',
  ...more,
});
const log = (payload: object, url = '/api/incidents') =>
  server.http.inject({ method: 'POST', url, headers: { cookie: dispatcher, origin }, payload });

test('alive says so; ready says what is in order, and no when the schema is another', async () => {
  expect((await get('/healthz')).json()).toMatchObject({ ok: true, version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  await server.martCaughtUp();
  const ready = await get('/readyz');
  expect([ready.statusCode, ready.json()]).toEqual([
    200,
    { ok: true, checks: { database: 'ok', migrations: 'ok', sequencer: 'ok', mart: 'ok' } },
  ]);
  const owner = await connectClient(server.ownerUrl, 'test');
  await owner.query("INSERT INTO migration (name, run_on) VALUES ('29991231000000_later', now())");
  const not = await get('/readyz');
  expect([not.statusCode, not.json().checks.migrations]).toEqual([503, 'failed']);
  await owner.query("DELETE FROM migration WHERE name = '29991231000000_later'");
  await owner.end();
});

test('metrics count operations by name and outcome, and are read with the token alone', async () => {
  expect((await log(incident({}))).statusCode).toBe(200);
  expect((await log(incident({ placeText: 'x'.repeat(10_000) }))).statusCode).toBeGreaterThanOrEqual(400);
  expect((await get('/metrics')).statusCode).toBe(403);
  expect((await get('/metrics', { authorization: 'Bearer guessed' })).statusCode).toBe(403);
  const { body, statusCode } = await get('/metrics', { authorization: `Bearer ${token}` });
  expect(statusCode).toBe(200);
  expect(body).toMatch(/marsad_operation_seconds_count\{operation="incidents\.logIncident",outcome="ok"\} 1/);
  expect(body).toMatch(/marsad_operation_seconds_count\{operation="incidents\.logIncident",outcome="[A-Z_]+"\} 1/);
  expect(body).toMatch(/marsad_http_request_seconds_count\{method="POST",route="\/api\/\*",status="200"\} \d+/);
  for (const name of [
    'streams_open',
    'outbox_rows',
    'sequencer_lag_seconds',
    'audit_unsealed_rows',
    'mart_behind_events',
  ])
    expect(body).toMatch(new RegExp(`^marsad_${name} [\\d.e-]+$`, 'm'));
  expect(body).toContain('marsad_database_connections{pool="runtime",state="idle"}');
});

test('without a token this machine alone reads metrics, and nothing that a proxy passed on', async () => {
  const other = await startTestServer(inject('ownerUrl'), {});
  try {
    const ask = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
      other.http.inject({ method: 'GET', url: '/metrics', headers, remoteAddress });
    expect((await ask({})).statusCode).toBe(200);
    expect((await ask({ 'x-forwarded-for': '127.0.0.1' })).statusCode).toBe(403);
    expect((await ask({}, '10.1.2.3')).statusCode).toBe(403);
  } finally {
    await other.close();
  }
});

test('nothing that people typed, searched or are called stands in the log', async () => {
  const marks = {
    place: 'شارع-العلامة-7319',
    narrative: 'narrative-mark-5521',
    name: 'اسم-العلامة-8842',
    phone: '+96170998877',
    search: 'search-mark-6613',
    user: 'user-mark-4410',
    password: 'password-mark-9027',
  };
  await log(
    incident({ placeText: marks.place, narrative: marks.narrative, callerName: marks.name, callerNumber: marks.phone }),
  );
  await log(incident({ placeText: marks.place, typeId: -1, narrative: marks.narrative }));
  await log({ username: marks.user, password: marks.password }, '/api/auth/sign-in/username');
  for (const url of [
    `/api/incidents?search=${marks.search}`,
    `/board?q=${marks.search}`,
    `/api/${marks.search}`,
    '/metrics',
  ])
    await get(url, { 'user-agent': marks.name.replace(/[^\x20-\x7e]/g, 'n') });
  // A failure of the database whose message quotes the row.
  const owner = await connectClient(server.ownerUrl, 'test');
  await owner.query("ALTER TABLE incident ADD CONSTRAINT quoting CHECK (place_text NOT LIKE '%7319%') NOT VALID");
  const failed = await log(incident({ placeText: marks.place, narrative: marks.narrative }));
  await owner.query('ALTER TABLE incident DROP CONSTRAINT quoting');
  await owner.end();
  expect(failed.statusCode).toBe(500);
  const all = lines.join('');
  expect(all).toContain('"msg":"unexpected failure"');
  expect(all).toContain('"constraint":"quoting"');
  expect(all).toContain('"operation":"incidents.logIncident"');
  for (const mark of [...Object.values(marks), 'search=', '127.0.0.1', dispatcher.split('=')[1] ?? '-'])
    expect([mark, all.includes(mark)]).toEqual([mark, false]);
  for (const line of all.trim().split('\n')) expect(typeof JSON.parse(line)).toBe('object');
});
