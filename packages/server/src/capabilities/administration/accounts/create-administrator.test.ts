import { startingLimits } from '@marsad/contract/administration/reference/starting-limits.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { runtimePasswordOfTests } from '../../../../test/server.ts';
import { migrate } from '../../../platform/db/migrate.ts';
import { connectClient, createPool } from '../../../platform/db/pools.ts';
import { createAdministrator } from './create-administrator.ts';

const database = 'first_administrator';
const url = (() => {
  const address = new URL(inject('ownerUrl'));
  address.pathname = `/${database}`;
  return address.href;
})();

async function onServer(statement: string): Promise<void> {
  const client = await connectClient(inject('ownerUrl'), 'tests');
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

beforeAll(() => onServer(`CREATE DATABASE ${database}`));
afterAll(() => onServer(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`));

test('an empty installation gets its force with the limits it begins with; a second administrator changes neither', async () => {
  await migrate(url, runtimePasswordOfTests);
  const owner = createPool(url, { max: 1, name: 'tests' });
  try {
    const administrator = (userName: string) => ({
      userName,
      nameAr: 'مدير',
      nameLatin: 'Administrator',
      password: 'a river in winter',
      force: { code: 'ISF', nameAr: 'القوة', nameEn: 'Force', nameFr: 'Force', timeZone: 'Asia/Beirut' },
    });
    const limits = async () =>
      (
        await owner.query(
          "SELECT u.code, l.priority, l.type_id, l.response_minutes FROM priority_limit l JOIN org_unit u ON u.unit_id = l.force_id WHERE u.kind = 'force' ORDER BY l.priority",
        )
      ).rows;
    expect(await createAdministrator(owner, administrator('first'))).toBe(true);
    const expected = [...startingLimits].map(([priority, minutes]) => ({
      code: 'ISF',
      priority,
      type_id: null,
      response_minutes: minutes,
    }));
    expect(await limits()).toEqual(expected);
    await owner.query('UPDATE priority_limit SET response_minutes = 5 WHERE priority = 1');
    expect(await createAdministrator(owner, administrator('second'))).toBe(true);
    expect(await limits()).toEqual(expected.map((one) => (one.priority === 1 ? { ...one, response_minutes: 5 } : one)));
  } finally {
    await owner.end();
  }
});
