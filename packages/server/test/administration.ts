// What tests of administration share: calls as a person, and an administrator of one centre made through the operations.
import { v7 as uuidv7 } from 'uuid';
import { connectClient } from '../src/platform/db/pools.ts';
import { origin, type TestServer } from './server.ts';

export const today = (): string => new Date().toISOString().slice(0, 10);
export const daysFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH';

const versioned: [address: RegExp, table: string, key: string][] = [
  [/^\/roles\/(\d+)$/, 'role', 'role_id'],
  [/^\/people\/([0-9a-f-]{36})$/, 'person', 'person_id'],
  [/^\/organisation\/units\/(\d+)(\/(move|end|area|cancel-plan))?$/, 'org_unit', 'unit_id'],
  [/^\/organisation\/patrol-units\/(\d+)$/, 'patrol_unit', 'patrol_unit_id'],
  [/^\/reference\/types\/(\d+)$/, 'incident_type', 'type_id'],
  [/^\/reference\/dispositions\/(\d+)$/, 'disposition', 'disposition_id'],
];

/** The version that the record of an address has: what a screen read a moment ago. 1 where it has none. */
async function versionAt(server: TestServer, url: string): Promise<number> {
  const found = versioned.find(([address]) => address.test(url));
  if (!found) return 1;
  const [address, table, key] = found;
  const client = await connectClient(server.ownerUrl, 'tests');
  try {
    const { rows } = await client.query(`SELECT version FROM ${table} WHERE ${key} = $1`, [address.exec(url)?.[1]]);
    return rows[0]?.version ?? 1;
  } finally {
    await client.end();
  }
}

/** Calls the API as whoever the cookie is; commands get an id, and the version that stands, where they name none. */
export function callsOf(server: TestServer) {
  return async (cookie: string, method: Method, url: string, body?: object) => {
    const version = method === 'GET' ? undefined : await versionAt(server, url);
    const payload = method === 'GET' ? undefined : { commandId: uuidv7(), version, ...body };
    const answer = await server.http.inject({
      method,
      url: `/api${url}`,
      headers: { cookie },
      ...(payload && { payload }),
    });
    const said = answer.json();
    const reasons: string[] = said.errors?.map((one: { reason: string }) => one.reason) ?? [said.reason];
    return { status: answer.statusCode, body: said, reasons };
  };
}

export const right = (action: string, area: string, types: unknown = 'all', own = false) => ({
  action,
  area,
  types,
  own,
});
export const names = (text: string) => ({ nameAr: `${text} ع`, nameEn: text, nameFr: `${text} fr` });

/** Makes a role by the operation; returns its id. */
export async function makeRole(server: TestServer, admin: string, code: string, rights: object[]): Promise<number> {
  const made = await callsOf(server)(admin, 'POST', '/roles', { code, ...names(code), rights });
  if (made.status !== 200) throw new Error(`Expected a role, got ${made.status} ${made.reasons}.`);
  return made.body.roleId;
}

/** Chooses an own password in the place of a temporary one; returns the session that opens everything. */
export async function chooseOwn(server: TestServer, userName: string, temporary: string, own: string): Promise<string> {
  const answer = await server.http.inject({
    method: 'POST',
    url: '/api/auth/change-password',
    headers: { origin, cookie: await server.signIn(userName, temporary) },
    payload: { currentPassword: temporary, newPassword: own },
  });
  if (answer.statusCode !== 200)
    throw new Error(`Expected a changed password, got ${answer.statusCode} ${answer.body}.`);
  return answer.cookies.map((one) => `${one.name}=${encodeURIComponent(one.value)}`).join('; ');
}

/**
 * Takes a person in with an account and one post, by the operation, and lets them choose their own password; returns their id,
 * that password and their session.
 */
export async function takeIn(server: TestServer, admin: string, userName: string, roleId: number, unitId: number) {
  const personId = uuidv7();
  const temporary = `a river in winter ${personId.slice(-6)}`;
  const password = `an olive tree in summer ${personId.slice(-6)}`;
  const made = await callsOf(server)(admin, 'POST', '/people', {
    personId,
    nameAr: 'شخص اختبار',
    nameLatin: `Test ${userName}`,
    account: { userName, password: temporary },
    post: { postId: uuidv7(), roleId, unitId, validFrom: '2026-01-01' },
  });
  if (made.status !== 200) throw new Error(`Expected a person, got ${made.status} ${made.reasons}.`);
  return { personId, password, cookie: await chooseOwn(server, userName, temporary, password) };
}

/** An administrator whose area is the northern centre. */
export async function centreAdministrator(server: TestServer, admin: string) {
  const roleId = await makeRole(server, admin, 'centre_administrator', [
    right('organisation.manage', 'centre'),
    right('people.manage', 'centre'),
  ]);
  return { roleId, ...(await takeIn(server, admin, 'north.admin', roleId, server.unit('C-N'))) };
}

export const square = (west: number, south: number, size: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});
