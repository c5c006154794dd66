// An installation that stands already gets what a new version ships, and keeps what the force decided.
import { shippedRoles } from '@marsad/contract/administration/roles.ts';
import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { callsOf } from '../../../../test/administration.ts';
import { startTestServer, type TestServer } from '../../../../test/server.ts';
import { createPool } from '../../../platform/db/pools.ts';
import { seedReference } from './seed-reference.ts';

let server: TestServer;
let owner: pg.Pool;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  owner = createPool(server.ownerUrl, { max: 1, name: 'test' });
});
afterAll(async () => {
  await owner.end();
  await server.close();
});

const shippedOf = (code: string) => shippedRoles.find((role) => role.code === code)?.rights ?? [];
const rightsOf = async (code: string) =>
  (await owner.query('SELECT rights FROM role WHERE code = $1', [code])).rows[0].rights;
const shippedBefore = (code: string) =>
  owner.query("UPDATE role SET rights = rights - 0, shipped_rights = rights - 0 WHERE code = $1 AND rights <> '[]'", [
    code,
  ]);
const log = async () =>
  (
    await owner.query(
      "SELECT r.code, a.fields, a.person_id FROM audit_entry a JOIN role r ON r.role_id::text = a.subject_id WHERE a.action = 'administration.role_shipped' ORDER BY 1",
    )
  ).rows;

test('a role as an older version shipped it gets the new rights, once, and the log and the running servers are told', async () => {
  await shippedBefore('call_taker');
  expect(await rightsOf('call_taker')).not.toEqual(shippedOf('call_taker'));
  await server.organisation.reload();
  await seedReference(owner);
  await seedReference(owner);
  expect(await rightsOf('call_taker')).toEqual(shippedOf('call_taker'));
  expect(await log()).toEqual([{ code: 'call_taker', fields: ['rights'], person_id: null }]);
  await expect
    .poll(() => server.organisation.roles.find((role) => role.code === 'call_taker')?.rights)
    .toEqual(shippedOf('call_taker'));
});

test('a role that the force changed stays as the force has it, whatever is shipped', async () => {
  const admin = await server.signIn('admin');
  const role = server.organisation.roles.find((one) => one.code === 'planner');
  const [first] = role?.rights ?? [];
  const body = { nameAr: role?.nameAr, nameEn: role?.nameEn, nameFr: role?.nameFr, rights: [first], active: true };
  const changed = await callsOf(server)(admin, 'PUT', `/roles/${role?.roleId}`, { ...body, reason: 'أقل' });
  expect(changed.status).toBe(200);
  await seedReference(owner);
  expect(await rightsOf('planner')).toEqual([first]);
  // Of one whose past is not known nothing is assumed.
  await owner.query("UPDATE role SET rights = rights - 0, shipped_rights = NULL WHERE code = 'analyst'");
  await seedReference(owner);
  expect(await rightsOf('analyst')).toEqual(shippedOf('analyst').slice(1));
});
