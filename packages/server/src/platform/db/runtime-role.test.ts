// Two databases of Marsad on one cluster share the runtime role: the second start must not lock the first one out.
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { runtimePasswordOfTests } from '../../../test/server.ts';
import { StartError } from './embedded/start-error.ts';
import { connectClient } from './pools.ts';
import { ensureRuntimeRole, runtimeRole, runtimeUrlOf } from './runtime-role.ts';

let owner: Awaited<ReturnType<typeof connectClient>>;
let first: Awaited<ReturnType<typeof connectClient>>;
const urlOf = (database: string): string => {
  const url = new URL(inject('ownerUrl'));
  url.pathname = `/${database}`;
  return url.href;
};
const second = urlOf('role_second');

beforeAll(async () => {
  owner = await connectClient(inject('ownerUrl'), 'test');
  await ensureRuntimeRole(owner, inject('ownerUrl'), runtimePasswordOfTests);
  await owner.query('CREATE DATABASE role_first');
  await owner.query('CREATE DATABASE role_second');
  first = await connectClient(runtimeUrlOf(urlOf('role_first'), runtimePasswordOfTests), 'first');
});
afterAll(async () => {
  await first.end();
  await owner.query('DROP DATABASE role_first WITH (FORCE)');
  await owner.query('DROP DATABASE role_second WITH (FORCE)');
  await owner.end();
});

const onSecond = async (password: string | null): Promise<void> => {
  const client = await connectClient(second, 'second');
  try {
    await ensureRuntimeRole(client, second, password);
  } finally {
    await client.end();
  }
};

test('a start with another password is refused while another database works by the one that is set, which stays', async () => {
  await expect(onSecond('another')).rejects.toThrow(StartError);
  await expect(onSecond('another')).rejects.toThrow('MARSAD_RUNTIME_DATABASE_URL');
  await expect(connectClient(runtimeUrlOf(second, 'another'), 'second')).rejects.toThrow('password');
  await (await connectClient(runtimeUrlOf(urlOf('role_first'), runtimePasswordOfTests), 'again')).end();
});

test('nor while that other is stopped: the role says whose it is, until that database is gone', async () => {
  const before = (
    await owner.query("SELECT shobj_description(oid, 'pg_authid') AS said FROM pg_roles WHERE rolname = $1", [
      runtimeRole,
    ])
  ).rows[0].said;
  const say = (said: string | null) =>
    owner.query(`COMMENT ON ROLE ${runtimeRole} IS ${said === null ? 'NULL' : owner.escapeLiteral(said)}`);
  await first.end();
  try {
    await say('Marsad works as this role on the database role_first');
    await expect(onSecond('another')).rejects.toThrow(StartError);
    await (await connectClient(runtimeUrlOf(second, runtimePasswordOfTests), 'again')).end();
  } finally {
    await say(before);
    first = await connectClient(runtimeUrlOf(urlOf('role_first'), runtimePasswordOfTests), 'first');
  }
});

test('the same password, and a role that the force made, leave everything as it is', async () => {
  const asIs = async () =>
    (await owner.query('SELECT rolpassword FROM pg_authid WHERE rolname = $1', [runtimeRole])).rows;
  const before = await asIs();
  await onSecond(runtimePasswordOfTests);
  await onSecond(null);
  expect(await asIs()).toEqual(before);
});
