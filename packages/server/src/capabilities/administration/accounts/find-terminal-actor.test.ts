import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { callsOf, daysFromNow, takeIn } from '../../../../test/administration.ts';
import { startTestServer, type TestServer } from '../../../../test/server.ts';
import { createPool } from '../../../platform/db/pools.ts';
import { runCommand } from '../../../platform/operations/run-command.ts';
import { revokeToken } from '../account/revoke-token.ts';
import { createAdministrator } from './create-administrator.ts';
import { findTerminalActor } from './find-terminal-actor.ts';

let server: TestServer;
let owner: pg.Pool;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  owner = createPool(server.ownerUrl, { max: 1, name: 'tests' });
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

const actor = (userName?: string) => findTerminalActor(server.runner.db, server.directory, userName);
const idOf = async (userName: string): Promise<string> =>
  (await owner.query('SELECT person_id FROM person WHERE user_name = $1', [userName])).rows[0].person_id;

test('without a name the first who is administrator today acts: not one whose post has ended, has yet to begin, or who is locked', async () => {
  const admin = await server.signIn('admin');
  const first = await idOf('admin');
  expect((await actor())?.personId).toBe(first);
  const roleId = server.organisation.roles.find((one) => one.code === 'administrator')?.roleId ?? 0;
  const second = await takeIn(server, admin, 'second.admin', roleId, server.unit('PRA'));
  const set = (values: string) =>
    owner.query(`UPDATE post SET ${values} WHERE person_id = $1`, [first]).then(() => server.directory.forget());
  await set(`valid_from = '2020-01-01', valid_to = '${daysFromNow(-2)}'`);
  expect((await actor())?.personId).toBe(second.personId);
  await set(`valid_from = '${daysFromNow(2)}', valid_to = NULL`);
  expect((await actor())?.personId).toBe(second.personId);
  await set(`valid_from = '2020-01-01', valid_to = NULL`);
  expect((await actor())?.personId).toBe(first);
  await owner.query('UPDATE person SET locked_at = now() WHERE person_id = $1', [first]);
  expect((await actor())?.personId).toBe(second.personId);
  await owner.query('UPDATE person SET locked_at = NULL WHERE person_id = $1', [first]);
  await owner.query('UPDATE post SET valid_to = $1 WHERE role_id = $2', [daysFromNow(-2), roleId]);
  expect(await actor()).toBeNull();
  await owner.query('UPDATE post SET valid_to = NULL WHERE role_id = $1', [roleId]);
});

test('by name anybody in service acts, with their own rights; nobody else', async () => {
  expect((await actor('dispatcher'))?.personId).toBe(await idOf('dispatcher'));
  expect(await actor('nobody.here')).toBeNull();
  await owner.query("UPDATE person SET valid_to = $1 WHERE user_name = 'dispatcher'", [daysFromNow(-2)]);
  server.directory.forget();
  expect(await actor('dispatcher')).toBeNull();
  expect(await server.signIn('dispatcher')).toBe('');
});

test('what is done from the terminal stands in the log as such', async () => {
  const found = await actor('calltaker');
  if (!found) throw new Error('Expected the call-taker to be found, got nobody.');
  const tokenId = randomUUID();
  await owner.query(
    "INSERT INTO api_token (token_id, person_id, name, secret_digest, created_at) VALUES ($1, $2, 'x', $3, now())",
    [tokenId, found.personId, Buffer.from(tokenId)],
  );
  const input = { commandId: randomUUID(), tokenId };
  await runCommand(server.runner, 'administration.revokeToken', 'account.self', found, input, revokeToken);
  await createAdministrator(owner, {
    userName: 'from.here',
    nameAr: 'مدير',
    nameLatin: 'Administrator',
    password: 'a river in winter',
    force: { code: 'X', nameAr: 'س', nameEn: 'X', nameFr: 'X', timeZone: 'UTC' },
  });
  const entries = await owner.query(
    "SELECT action, source_address FROM audit_entry WHERE subject_id IN ($1, (SELECT person_id::text FROM person WHERE user_name = 'from.here')) ORDER BY action",
    [tokenId],
  );
  expect(entries.rows).toEqual([
    { action: 'account.administrator_made', source_address: 'terminal' },
    { action: 'token.revoked', source_address: 'terminal' },
  ]);
  const read = await callsOf(server)(await server.signIn('inspector'), 'GET', `/audit/entries?subjectId=${tokenId}`);
  expect(read.body.items[0].sourceAddress).toBe('terminal');
});
