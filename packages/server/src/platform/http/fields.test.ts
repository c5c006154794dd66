// Every field of every command, through HTTP: what may not stand in it is refused with a reason in three languages and
// leaves nothing behind. The fields come from the contract's schemas.
import { contract } from '@marsad/contract';
import { languages, reasons } from '@marsad/contract/platform/reasons.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import * as z from 'zod';
import { BEYOND_COLUMN, badValues, type JsonSchema } from '../../../test/bad-values.ts';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { connectClient } from '../db/pools.ts';

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  cookie = await server.signIn('admin');
  await server.sequencer.drain();
});
afterAll(() => server.close());

type Procedure = {
  '~orpc': { meta: { kind: string }; route: { method?: string; path?: string }; inputSchema?: z.ZodType };
};
const commands = Object.entries(contract).flatMap(([capability, operations]) =>
  Object.entries(operations as Record<string, Procedure>)
    .filter(([, operation]) => operation['~orpc'].meta.kind === 'command' && operation['~orpc'].inputSchema)
    .map(([name, operation]) => ({ name: `${capability}.${name}`, ...operation['~orpc'] })),
);

async function countRows(): Promise<Record<string, number>> {
  const client = await connectClient(server.ownerUrl, 'test');
  try {
    const tables = await client.query("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
    const counts: Record<string, number> = {};
    for (const { name } of tables.rows) {
      counts[name] = Number(
        (await client.query(`SELECT count(*) AS n FROM ${client.escapeIdentifier(name)}`)).rows[0].n,
      );
    }
    return counts;
  } finally {
    await client.end();
  }
}

/** Sends an input: what the path names goes into the path, the rest into the body. */
async function send(route: { method?: string; path?: string }, input: Record<string, unknown>) {
  const body = { ...input };
  const url = (route.path ?? '').replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = body[name];
    delete body[name];
    return encodeURIComponent(String(value));
  });
  const answer = await server.http.inject({
    method: (route.method ?? 'POST') as 'POST',
    url: `/api${url}`,
    headers: { cookie, 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  });
  return {
    status: answer.statusCode,
    body: answer.json() as { reason: string; errors?: { field: string; reason: string }[] },
  };
}

test('the contract has commands to walk', () => {
  expect(commands.length).toBeGreaterThan(20);
});

test.each(commands)(
  '$name: no field takes what it may not hold, and nothing is written',
  async ({ route, inputSchema }) => {
    const schema = z.toJSONSchema(inputSchema as z.ZodType, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
    const inPath = new Set([...(route.path ?? '').matchAll(/\{(\w+)\}/g)].map((found) => found[1]));
    const before = await countRows();
    const taken: string[] = [];
    for (const { path, fault, input } of badValues(schema)) {
      // In a path everything is text.
      if (inPath.has(path) && (fault === 'wrong kind' || fault === 'half a letter')) continue;
      const { status, body } = await send(route, input);
      const told = (body.errors ?? []).some(
        (error) => error.field === path || error.field.startsWith(`${path}.`) || path.startsWith(`${error.field}.`),
      );
      const refused = fault === BEYOND_COLUMN ? status >= 400 && status < 500 : status === 400 && told;
      if (!refused)
        taken.push(`${path}: ${fault} -> ${status} ${body.reason} ${JSON.stringify(body.errors)?.slice(0, 200)}`);
      for (const language of languages)
        expect([body.reason, reasons[body.reason]?.[language]]).toEqual([body.reason, expect.any(String)]);
    }
    expect(taken).toEqual([]);
    expect(await countRows()).toEqual(before);
  },
);
