import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { auditActions, auditKinds } from '@marsad/contract/administration/audit-words.ts';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../../test/server.ts';
import { createPool } from '../../../platform/db/pools.ts';

let server: TestServer;
let owner: pg.Pool;
let dispatcher: string;
let inspector: string;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  owner = createPool(server.ownerUrl, { max: 1, name: 'tests' });
  dispatcher = await server.signIn('dispatcher');
  inspector = await server.signIn('inspector');
  for (let time = 0; time < 7; time += 1) {
    const payload = {
      commandId: uuidv7(),
      incidentId: uuidv7(),
      roomId: server.unit('TRI'),
      typeId: server.type('order.noise'),
      placeText: 'سرّ المكان',
    };
    await server.http.inject({ method: 'POST', url: '/api/incidents', headers: { cookie: dispatcher }, payload });
  }
  await server.sequencer.drain();
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

interface Entry {
  auditId: number;
  action: string;
  kind: string;
  person: { userName: string } | null;
  unitId: number | null;
  position: number | null;
  reason: string | null;
  recipient: string | null;
}
const read = async (search: string, cookie = inspector) => {
  const answer = await server.http.inject({
    method: 'GET',
    url: `/api/audit/entries?${search}`,
    headers: { cookie },
  });
  return {
    status: answer.statusCode,
    said: answer.json() as { items: Entry[]; nextCursor: string | null } & Record<string, unknown>,
  };
};
const post = (url: string, payload: object, cookie = inspector) =>
  server.http.inject({ method: 'POST', url, headers: { cookie }, payload });

test('works: the newest first, filtered by each condition, and the reading is the next entry', async () => {
  const logs = await read('action=incident.log');
  expect(logs.said.items).toHaveLength(7);
  expect(logs.said.items[0]).toMatchObject({
    kind: 'collection',
    person: { userName: 'dispatcher' },
    unitId: server.unit('TRI'),
  });
  expect(logs.said.items.every((entry) => entry.position !== null)).toBe(true);
  expect(JSON.stringify(logs.said)).not.toContain('سرّ المكان');
  const [newest] = (await read('limit=1')).said.items;
  expect(newest).toMatchObject({ action: 'audit.read', person: { userName: 'inspector' }, fields: ['action'] });
  expect((await read('action=incident.')).said.items).toHaveLength(7);
  expect((await read('action=inc.')).said.items).toEqual([]);
  expect((await read(`unitId=${server.unit('TRI')}&kind=collection`)).said.items).toHaveLength(7);
  expect((await read(`unitId=${server.unit('AKK')}`)).said.items).toEqual([]);
  const own = (await read('userName=Dispatcher&kind=access')).said.items;
  expect(own.map((entry) => entry.action)).toEqual(['session.signed_in']);
  const one = logs.said.items[3] as Entry & { subjectId: string };
  expect((await read(`subjectKind=incident&subjectId=${one.subjectId}`)).said.items).toHaveLength(1);
  expect((await read('from=2999-01-01T00:00:00Z')).said.items).toEqual([]);
  expect((await read('to=2000-01-01T00:00:00Z')).said.items).toEqual([]);
});

test('pages neither miss nor repeat while the log grows', async () => {
  const seen: number[] = [];
  let cursor = '';
  do {
    const { said } = await read(`action=incident.log&limit=3${cursor && `&cursor=${cursor}`}`);
    seen.push(...said.items.map((entry) => entry.auditId));
    cursor = said.nextCursor ?? '';
  } while (cursor);
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
  expect(seen).toHaveLength(7);
});

test('refused: without the right there is no log, no state, no export', async () => {
  for (const answer of [
    await read('', dispatcher),
    { status: (await post('/api/audit/export', { recipient: 'x', reason: 'y' }, dispatcher)).statusCode },
    { status: (await post('/api/audit/verify', { commandId: uuidv7() }, dispatcher)).statusCode },
  ])
    expect(answer.status).toBe(403);
});

test('wrong area: who inspects one centre sees its entries and its people, not those of another', async () => {
  const role = await owner.query(
    `INSERT INTO role (code, name_ar, name_en, name_fr, rights) VALUES ('room_inspector', 'م', 'i', 'i',
      '[{"action":"audit.read","area":"unit","types":"all","own":false}]') RETURNING role_id`,
  );
  const appoint = (userName: string, unit: string) =>
    owner.query(
      `INSERT INTO post (post_id, person_id, role_id, unit_id, valid_from)
       SELECT gen_random_uuid(), person_id, $1, $2, '2020-01-01' FROM person WHERE user_name = $3`,
      [role.rows[0].role_id, server.unit(unit), userName],
    );
  await appoint('akkar', 'AKK');
  await appoint('calltaker', 'TRI');
  await server.organisation.reload();
  server.directory.forget();
  const elsewhere = await read('', await server.signIn('akkar'));
  expect(elsewhere.said.items.map((entry) => entry.action)).toEqual(['session.signed_in']);
  const here = await read('action=incident.log', await server.signIn('calltaker'));
  expect(here.said.items).toHaveLength(7);
});

test('the export is formula-safe, names things in the reader’s language, and is a disclosure with recipient and reason', async () => {
  await owner.query(
    `INSERT INTO audit_entry (at, kind, action, subject_kind, subject_id, reason)
     VALUES (now(), 'administration', 'test.formula', 'test', 'x', '=HYPERLINK("http://evil.invalid")')`,
  );
  const asked = { action: 'test.formula', recipient: 'النيابة العامة', reason: 'طلب رقم 12' };
  const answer = (await post('/api/audit/export', asked)).json() as { csv: string; rows: number };
  expect(answer.rows).toBe(1);
  expect(answer.csv.startsWith('\uFEFFaudit_id,position,at,kind,kind_name,action')).toBe(true);
  expect(answer.csv).toContain('"\'=HYPERLINK(""http://evil.invalid"")"');
  expect(answer.csv).toContain(',administration,إدارة,');
  const [logged] = (await read('kind=disclosure')).said.items;
  expect(logged).toMatchObject({ action: 'audit.exported', recipient: 'النيابة العامة', reason: 'طلب رقم 12' });
  for (const wrong of [{ recipient: '', reason: 'x' }, { recipient: 'x' }, { recipient: 'x', reason: ' ' }])
    expect((await post('/api/audit/export', wrong)).statusCode).toBe(400);
});

test('the state of the chain, and a walk along it on demand', async () => {
  const state = async () =>
    (await server.http.inject({ method: 'GET', url: '/api/audit/state', headers: { cookie: inspector } })).json();
  await server.sequencer.drain();
  const before = await state();
  expect(before).toMatchObject({ waiting: 0, verification: null });
  expect(before.sealed).toBeGreaterThan(7);
  const command = { commandId: uuidv7() };
  expect((await post('/api/audit/verify', command)).json()).toEqual({ requested: true });
  expect((await post('/api/audit/verify', command)).json()).toEqual({ requested: true });
  await expect.poll(async () => (await state()).verification, { timeout: 20_000 }).toMatchObject({ whole: true });
});

test('bad input: each condition is judged', async () => {
  expect((await read('userName=nobody-here')).said).toMatchObject({ status: 422, reason: 'audit.person_unknown' });
  expect((await read('cursor=WyJ4IiwieSJd')).said).toMatchObject({ reason: 'cursor.invalid' });
  expect((await read('cursor=rubbish')).said).toMatchObject({ reason: 'cursor.invalid' });
  for (const wrong of ['from=yesterday', 'kind=gossip', 'action=a%27b', 'unitId=x', 'limit=201', 'subjectId=%00'])
    expect((await read(wrong)).status, wrong).toBe(400);
});

test('a disclosure is in the log before the file is handed over; outside the area there is none', async () => {
  const analyst = await server.signIn('centre');
  const report = { subject: 'overview.weeks', format: 'csv', rows: 12, filters: ['from', 'to'] };
  expect((await post('/api/disclosures', report, analyst)).statusCode).toBe(200);
  const [logged] = (await read('kind=disclosure&action=export.csv')).said.items;
  expect(logged).toMatchObject({ person: { userName: 'centre' }, subjectId: 'overview.weeks', fields: ['from', 'to'] });
  expect((await post('/api/disclosures', report, dispatcher)).statusCode).toBe(403);
  const outside = await post('/api/disclosures', { ...report, unitId: server.unit('BEY') }, analyst);
  expect(outside.json().reason).toBe('area.outside');
  for (const wrong of [{ format: 'exe' }, { subject: '../x' }, { rows: -1 }, { filters: ['a b'] }])
    expect((await post('/api/disclosures', { ...report, ...wrong }, analyst)).statusCode).toBe(400);
});

test('every action that the server writes has its words', () => {
  const sources = path.resolve(import.meta.dirname, '../../..');
  const missing = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => {
      const text = readFileSync(path.join(sources, file), 'utf8');
      const written = [...text.matchAll(/action: '([a-z_]+\.[a-z_]+)'/g)].map((found) => found[1] as string);
      // Rows that are written in SQL alone: their kind and action stand side by side.
      const inSql = [...text.matchAll(/'(\w+)', '([a-z_]+\.[a-z_]+)'/g)]
        .filter((found) => (found[1] as string) in auditKinds)
        .map((found) => found[2] as string);
      const told = [...text.matchAll(/\breport\(\s*context,\s*\w+,\s*'([a-z_]+)'/g)].map(
        (found) => `incident.${found[1]}`,
      );
      // What changes the organisation is reported by organisation/change-history.ts under one heading.
      const changes = /capabilities.administration/.test(file)
        ? [...text.matchAll(/action: '([a-z]+_[a-z_]+)'/g)].map((found) => `administration.${found[1]}`)
        : [];
      const access = [...text.matchAll(/access\(request, '([a-z_.]+)'/g)].map((found) => found[1] as string);
      return [...written, ...inSql, ...told, ...changes, ...access].filter((action) => !auditActions[action]);
    });
  // Add a line for each to packages/contract/src/administration/audit-words.ts.
  expect([...new Set(missing)]).toEqual([]);
});
