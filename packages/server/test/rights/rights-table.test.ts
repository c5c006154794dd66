// Every operation of the contract x every shipped role x where the record lies, called over HTTP, compared with the table
// that people read (rights-table.md).
import path from 'node:path';
import { contract } from '@marsad/contract';
import { shippedRoles } from '@marsad/contract/administration/roles.ts';
import type { OperationMeta } from '@marsad/contract/platform/operation.ts';
import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createPool } from '../../src/platform/db/pools.ts';
import { origin, startTestServer, type TestServer } from '../server.ts';
import { inputOf } from './inputs.ts';
import { lettersOf, type Row, readTable } from './read-table.ts';
import { type Cast, castTable, type Letter } from './targets.ts';

interface Operation {
  name: string;
  meta: OperationMeta;
  schema: Parameters<typeof inputOf>[1];
}
const operations: Operation[] = Object.entries(contract).flatMap(([capability, group]) =>
  Object.entries(group).map(([name, operation]) => {
    const { meta, inputSchema } = (operation as { '~orpc': { meta: OperationMeta; inputSchema?: object } })['~orpc'];
    return { name: `${capability}.${name}`, meta, schema: inputSchema };
  }),
);
const file = path.join(import.meta.dirname, 'rights-table.md');
const table = readTable(file);
const rowOf = new Map(table.rows.map((row) => [row.operation, row]));

let server: TestServer;
let owner: pg.Pool;
let cast: Cast;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  owner = createPool(server.ownerUrl, { max: 2, name: 'tests', statementSeconds: 120 });
  cast = await castTable(
    server,
    owner,
    table.rows.filter((row) => row.place === 'incident').map((row) => row.operation),
  );
  server.directory.forget();
}, 120_000);
afterAll(async () => {
  await owner.end();
  await server.close();
});

test('the table has every role and every operation, and none besides', () => {
  expect(table.roles).toEqual(shippedRoles.map((role) => role.code));
  const missing = operations
    .filter((operation) => !rowOf.has(operation.name))
    .map(({ name, meta }) => {
      const like = operations.find((one) => one.meta.permission === meta.permission && rowOf.has(one.name));
      return `Add a row for ${name} (${meta.permission}) to ${path.basename(file)}: judge each cell by domain.md; ${like ? `${like.name} needs the same right` : 'no other operation needs this right'}.`;
    });
  expect(missing).toEqual([]);
  expect(table.rows.map((row) => row.operation).filter((name) => !operations.some((one) => one.name === name))).toEqual(
    [],
  );
});

/** Commands that were refused, over the whole table. */
const refused: string[] = [];

interface Call {
  row: Row;
  role: string;
  letter: Letter;
  status: number;
  said: string;
}

async function callAll(operation: Operation, row: Row): Promise<Call[]> {
  const calls: Call[] = [];
  for (const role of table.roles) {
    for (const letter of lettersOf[row.place]) {
      const target = cast.targetOf(operation.name, role, letter);
      const input = inputOf(operation.name, operation.schema, target);
      const answer = await server.http.inject({
        method: 'POST',
        url: `/rpc/${operation.name.replace('.', '/')}`,
        headers: { cookie: cast.cookieOf(role, letter), origin },
        payload: { json: input },
      });
      const call = { row, role, letter, status: answer.statusCode, said: answer.body.slice(0, 300) };
      calls.push(call);
      const { commandId } = (input ?? {}) as { commandId?: string };
      if (commandId && !isAllowed(call)) refused.push(commandId);
    }
  }
  return calls;
}

/** Allowed is what was done, or refused for another reason than right and area. Where nothing is aimed at, "not there" is past the right. */
const isAllowed = ({ row, status }: Call): boolean => !(status === 403 || (status === 404 && row.place !== 'none'));

for (const operation of operations) {
  const row = rowOf.get(operation.name);
  if (!row) continue;
  test(`${operation.name}: each role, in each place, as the table says`, { timeout: 120_000 }, async () => {
    const calls = await callAll(operation, row);
    const broken = calls.filter((call) => call.status >= 500 || call.status === 400 || call.status === 401);
    // Whoever asks, the input must be one that the contract takes: else see inputs.ts.
    expect(broken.slice(0, 1).map(({ role, letter, said }) => `${role} ${letter}: ${said}`)).toEqual([]);
    const cells = (role: string, chosen: (letter: Letter) => boolean) =>
      `${role}: ${lettersOf[row.place].filter(chosen).join('')}`;
    const found = table.roles.map((role) =>
      cells(role, (letter) => calls.some((call) => call.role === role && call.letter === letter && isAllowed(call))),
    );
    const written = table.roles.map((role) => cells(role, (letter) => row.allowed.get(role)?.has(letter) ?? false));
    expect(found).toEqual(written);
    // Else the input may be one that nobody could succeed with, and the table proves nothing.
    const allowed = calls.filter((call) => isAllowed(call));
    if (row.place !== 'none' && allowed.length > 0)
      expect(
        allowed.map((call) => call.status),
        allowed[0]?.said,
      ).toContain(200);
  });
}

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
