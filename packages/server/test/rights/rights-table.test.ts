// Every operation of the contract and every route beside it x every role x where the thing lies, called over HTTP, compared with
// the table that people read (rights-table.md).
import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contract } from '@marsad/contract';
import type { OperationMeta } from '@marsad/contract/platform/operation.ts';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createPool } from '../../src/platform/db/pools.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { appoint, type Callers, notEnrolled, roleCodes, temporaryPassword } from './callers.ts';
import { type Call, calls, inputOf, type Said } from './calls.ts';
import { addOtherForce, Cast } from './cast.ts';
import { type Letter, lettersOf, postOf } from './places.ts';
import { type Row, readTable } from './read-table.ts';
import { outside, routeCalls, streamRoute } from './routes.ts';
import { streamsSeen } from './streams.ts';
import type { Target } from './things.ts';

interface Operation {
  name: string;
  meta: OperationMeta;
  schema: Parameters<typeof inputOf>[1];
}
const operations = new Map(
  Object.entries(contract).flatMap(([capability, group]) =>
    Object.entries(group).map(([name, operation]): [string, Operation] => {
      const { meta, inputSchema } = (operation as { '~orpc': { meta: OperationMeta; inputSchema?: object } })['~orpc'];
      return [`${capability}.${name}`, { name: `${capability}.${name}`, meta, schema: inputSchema }];
    }),
  ),
);
/** A row's operation, without what is particular about the call. */
const operationOf = (row: string): Operation | undefined => operations.get(row.split(' (')[0] as string);
const callOf = (row: Row): Pick<Call, 'make' | 'needs' | 'ownFirst'> => routeCalls[row.name] ?? calls[row.name] ?? {};
const file = path.join(import.meta.dirname, 'rights-table.md');
const table = readTable(file);

let server: TestServer;
let owner: pg.Pool;
let callers: Callers;
let cast: Cast;
const mounted = new Set<string>();
const folder = mkdtempSync(path.join(tmpdir(), 'marsad-table-'));

// Told of every route as it is mounted, before the server is there to be asked.
const noteRoutes = (made: unknown): void => {
  (made as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
    const methods = [method].flat().filter((one) => one !== 'HEAD');
    for (const one of methods.length > 4 ? ['ALL'] : methods) mounted.add(`${one} ${url}`);
  });
};

beforeAll(async () => {
  writeFileSync(path.join(folder, 'streets.pmtiles'), 'streets');
  mkdirSync(path.join(folder, 'web'));
  writeFileSync(path.join(folder, 'web', 'index.html'), '<!doctype html>');
  subscribe('fastify.initialization', noteRoutes);
  server = await startTestServer(inject('ownerUrl'), {
    secondFactorRoles: [notEnrolled],
    streetsFile: path.join(folder, 'streets.pmtiles'),
    webFolder: path.join(folder, 'web'),
  });
  owner = createPool(server.ownerUrl, { max: 4, name: 'tests', statementSeconds: 120 });
  callers = await appoint(server, owner);
  await addOtherForce(server, owner);
  server.directory.forget();
  cast = new Cast(server, owner, callers);
  await logOneEverywhere();
}, 120_000);
afterAll(async () => {
  await owner.end();
  await server.close();
  rmSync(folder, { recursive: true });
});

/** An incident in every room of the table, by the operation, so that the figures have something to count. */
async function logOneEverywhere(): Promise<void> {
  const headers = callers.headersOf('every_force', 'HQ');
  for (const room of ['TRI', 'AKK', 'BEY']) {
    const payload = { commandId: randomUUID(), incidentId: randomUUID(), roomId: server.unit(room), placeText: 'x' };
    const answer = await server.http.inject({
      method: 'POST',
      url: '/api/incidents',
      headers,
      payload: { ...payload, typeId: server.type('violence.fight') },
    });
    expect(answer.statusCode, answer.body).toBe(200);
  }
  await server.martCaughtUp();
}

test('the table has every role, every operation and every route, and none besides', () => {
  expect(table.roles).toEqual(roleCodes);
  const known = new Set(table.rows.map((row) => row.name));
  const missing = [...operations.values()]
    .filter((operation) => !known.has(operation.name))
    .map(({ name, meta }) => {
      const like = [...operations.values()].find(
        (one) => one.meta.permission === meta.permission && known.has(one.name),
      );
      return `Add a row for ${name} (${meta.permission}) to ${path.basename(file)}: judge each cell by domain.md; ${like ? `${like.name} needs the same right` : 'no other operation needs this right'}.`;
    });
  expect(missing).toEqual([]);
  const unknown = (name: string) => !operationOf(name) && !routeCalls[name] && name !== streamRoute;
  expect([...known].filter(unknown)).toEqual([]);
  expect(Object.keys(calls).filter((name) => !known.has(name))).toEqual([]);
});

test('every route that is mounted is a row of the table, or named with the reason why not', () => {
  const rows = [...Object.keys(routeCalls), streamRoute];
  expect(rows.filter((name) => !table.rows.some((row) => row.name === name))).toEqual([]);
  expect([...mounted].sort()).toEqual([...rows, ...Object.keys(outside)].sort());
});

/** Commands that were refused, over the whole table. */
const refused: string[] = [];

interface Answer {
  role: string;
  letter: Letter;
  outcome: 'allowed' | 'refused' | 'broken';
  said: string;
}

/** These are said before anything is looked at: another thing seen from the same post meets the same. */
const beforeTheThing = [
  'right.missing',
  'token.action',
  'token.not_for_account',
  'second_factor.required',
  'password.temporary',
];

interface Sent {
  target: Target;
  commandId?: string;
  status: number;
  body: string;
}

async function send(row: Row, role: string, letter: Letter): Promise<Sent> {
  // What is one's own is no token's: there it is the session that counts.
  const self = operationOf(row.name)?.meta.permission.endsWith('.self') ?? false;
  const headers = callers.headersOf(role, postOf[letter], self ? 'session' : 'token');
  const route = routeCalls[row.name];
  const target = await cast.target(row, callOf(row), role, letter);
  const name = operationOf(row.name)?.name ?? '';
  const input = route ? undefined : inputOf(row.name, operations.get(name)?.schema, target, cast.things);
  const asked = route?.ask(target);
  const answer = await server.http.inject({
    method: route ? (row.name.split(' ')[0] as 'GET') : 'POST',
    url: asked?.url ?? `/rpc/${name.replace('.', '/')}`,
    headers: { ...headers, ...(asked?.type && { 'content-type': asked.type }) },
    payload: route ? asked?.payload : { json: input },
  });
  return { target, ...(input as { commandId?: string }), status: answer.statusCode, body: answer.body };
}

async function judge(row: Row, role: string, letter: Letter, sent: Sent): Promise<Answer> {
  const { target, status, body } = sent;
  const told = { role, letter, said: `${status} ${body.slice(0, 300)}` };
  if (status === 200) {
    const route = routeCalls[row.name];
    const held = route
      ? (route.holds?.(body, target) ?? true)
      : ((await calls[row.name]?.holds?.((JSON.parse(body) as { json: Said }).json, target, cast.things)) ?? true);
    if (held) cast.spent(row, role, letter);
    return { ...told, outcome: held ? 'allowed' : 'refused' };
  }
  if (sent.commandId) refused.push(sent.commandId);
  const reason = /"reason":"([^"]+)"/.exec(body)?.[1] ?? '';
  const isRefusal =
    [403, 404].includes(status) ||
    // Until the password is their own they are nobody yet.
    (status === 401 && role === temporaryPassword) ||
    (calls[row.name]?.beyond ?? []).includes(reason);
  return { ...told, outcome: isRefusal ? 'refused' : 'broken' };
}

/** What is seen from one post: the first, and the others unless it says that nothing is to be seen from there. */
async function askFromPost(row: Row, role: string, letters: Letter[]): Promise<Answer[]> {
  const [first, ...others] = letters;
  const { tellsAll = false } = calls[row.name] ?? {};
  // What one answer is to tell of must be there before it is asked for.
  if (tellsAll) for (const letter of letters) await cast.target(row, callOf(row), role, letter);
  const sent = await send(row, role, first as Letter);
  const one = await judge(row, role, first as Letter, sent);
  const closed = beforeTheThing.some((reason) => one.said.includes(`"reason":"${reason}"`));
  if (closed) return [one, ...others.map((letter) => ({ ...one, letter }))];
  const rest = others.map(async (letter) => {
    if (!tellsAll) return judge(row, role, letter, await send(row, role, letter));
    const target = await cast.target(row, callOf(row), role, letter);
    return judge(row, role, letter, { ...sent, target });
  });
  return [one, ...(await Promise.all(rest))];
}

/** Every cell of a row: the posts of a role side by side. */
async function askAll(row: Row): Promise<Answer[]> {
  const byPost = [...Map.groupBy(lettersOf[row.about] as readonly Letter[], (letter) => postOf[letter]).values()];
  const answers: Answer[] = [];
  for (const role of table.roles)
    answers.push(...(await Promise.all(byPost.map((letters) => askFromPost(row, role, letters)))).flat());
  return answers;
}

for (const row of table.rows.filter(({ name }) => name !== streamRoute)) {
  test(`${row.name}: each role, in each place, as the table says`, { timeout: 120_000 }, async () => {
    await cast.begin(row, callOf(row), table.roles);
    const answers = await askAll(row);
    const broken = answers.filter((answer) => answer.outcome === 'broken');
    // Whoever asks, the call must be one that succeeds where it is allowed: else see calls.ts.
    expect(broken.slice(0, 3).map(({ role, letter, said }) => `${role} ${letter}: ${said}`)).toEqual([]);
    compare(row, (role, letter) =>
      answers.some((one) => one.role === role && one.letter === letter && one.outcome === 'allowed'),
    );
  });
}

function compare(row: Row, isAllowed: (role: string, letter: Letter) => boolean): void {
  const cells = (is: (role: string, letter: Letter) => boolean) =>
    table.roles.map((role) => `${role}: ${lettersOf[row.about].filter((letter) => is(role, letter)).join('')}`);
  expect(cells(isAllowed)).toEqual(cells((role, letter) => row.allowed.get(role)?.has(letter) ?? false));
}

test(`${streamRoute}: each role, in each place, as the table says`, { timeout: 60_000 }, async () => {
  const row = table.rows.find((one) => one.name === streamRoute) as Row;
  await cast.begin(row, {}, table.roles);
  const targets = new Map<string, string>();
  for (const role of table.roles)
    for (const letter of lettersOf.incident)
      targets.set(`${role} ${letter}`, (await cast.target(row, {}, role, letter)).incidentId);
  const seen = await streamsSeen(server, owner, callers, table.roles, [...targets.values()]);
  compare(row, (role, letter) =>
    (seen.get(`${role} ${postOf[letter]}`) ?? new Set()).has(targets.get(`${role} ${letter}`) ?? ''),
  );
});

test('nobody who is not signed in does anything of the table', async () => {
  const row = table.rows.find((one) => one.about === 'everybody') as Row;
  await cast.begin(row, {}, table.roles);
  const target = await cast.target(row, {}, table.roles[0] as string, 'o');
  const answers = new Map<string, number>();
  for (const { name } of operations.values()) {
    const payload = { json: inputOf(name, operations.get(name)?.schema, target, cast.things) };
    const answer = await server.http.inject({ method: 'POST', url: `/rpc/${name.replace('.', '/')}`, payload });
    answers.set(name, answer.statusCode);
  }
  for (const [name, route] of Object.entries(routeCalls)) {
    const { url, payload, type = 'application/json' } = route.ask(target);
    const headers = payload === undefined ? {} : { 'content-type': type };
    const answer = await server.http.inject({ method: name.split(' ')[0] as 'GET', url, headers, payload });
    answers.set(name, answer.statusCode);
  }
  answers.set(streamRoute, (await server.http.inject({ url: '/api/stream' })).statusCode);
  expect([...answers].filter(([, status]) => status !== 401)).toEqual([]);
});

test('what was refused has left nothing: no command, no entry of the log, no event', async () => {
  expect(refused.length).toBeGreaterThan(1000);
  const left = await owner.query(
    `SELECT (SELECT count(*) FROM command WHERE command_id = ANY ($1)) AS commands,
       (SELECT count(*) FROM audit_entry WHERE command_id = ANY ($1)) AS entries,
       (SELECT count(*) FROM event_outbox WHERE command_id = ANY ($1)) + (SELECT count(*) FROM event WHERE command_id = ANY ($1)) AS events`,
    [refused],
  );
  expect(left.rows[0]).toEqual({ commands: 0, entries: 0, events: 0 });
});
