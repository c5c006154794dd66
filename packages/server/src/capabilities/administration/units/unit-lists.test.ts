import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { callsOf, centreAdministrator, daysFromNow, takeIn } from '../../../../test/administration.ts';
import { startTestServer, type TestServer } from '../../../../test/server.ts';
import { connectClient } from '../../../platform/db/pools.ts';

let server: TestServer;
let call: ReturnType<typeof callsOf>;
let admin: string;
let north: string;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  call = callsOf(server);
  admin = await server.signIn('admin');
  north = (await centreAdministrator(server, admin)).cookie;
});
afterAll(() => server.close());

interface Post {
  postId: string;
  personId: string;
  personNameAr: string;
  personNameLatin: string;
  roleNameEn: string;
  unitId: number;
}
const posts = async (code: string, more = '', cookie = admin) =>
  call(cookie, 'GET', `/organisation/units/${server.unit(code)}/posts?${more}`);
/** The posts of every page. */
async function everyPost(code: string, limit: number, more: string): Promise<Post[]> {
  const found: Post[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { body } = await posts(code, `${more}&limit=${limit}${cursor && `&cursor=${cursor}`}`);
    expect(body.items.length).toBeLessThanOrEqual(limit);
    found.push(...body.items);
    cursor = body.nextCursor;
  }
  return found;
}
const patrolUnits = async (code: string, more = '', cookie = admin) =>
  call(cookie, 'GET', `/organisation/units/${server.unit(code)}/patrol-units?limit=200${more}`);
const roleId = (code: string): number =>
  server.organisation.roles.find((role) => role.code === code)?.roleId ?? expect.fail(`no role ${code}`);

/** What the database itself holds. */
async function rows<Row>(text: string, values: unknown[]): Promise<Row[]> {
  const client = await connectClient(server.ownerUrl, 'tests');
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

test('works: who holds a post at a unit today, with the role; past and coming ones only when asked for', async () => {
  const { personId } = await takeIn(server, admin, 'lists.desk', roleId('dispatcher'), server.unit('TRI'));
  const coming = {
    postId: uuidv7(),
    roleId: roleId('shift_supervisor'),
    unitId: server.unit('TRI'),
    validFrom: daysFromNow(20),
  };
  expect((await call(admin, 'POST', `/people/${personId}/posts`, coming)).status).toBe(200);
  const own = ({ body }: Awaited<ReturnType<typeof posts>>) =>
    body.items.filter((post: Post) => post.personId === personId);
  expect(own(await posts('TRI', '&limit=200'))).toMatchObject([
    { roleNameEn: 'Dispatcher', unitId: server.unit('TRI'), validFrom: '2026-01-01', validTo: null },
  ]);
  expect(own(await posts('TRI', '&state=all&limit=200')).map((post: Post) => post.roleNameEn)).toEqual(
    expect.arrayContaining(['Dispatcher', 'Shift supervisor']),
  );
  expect(own(await posts('C-N'))).toEqual([]);
  const under = await everyPost('C-N', 200, '&reach=under');
  expect(under.filter((post) => post.personId === personId)).toHaveLength(1);
});

test('paging: every post of a force comes once, in the order asked for', async () => {
  const expected = await rows<{ post_id: string }>(
    'SELECT post_id FROM post o JOIN org_unit u USING (unit_id) WHERE u.force_id = $1',
    [server.unit('PRA')],
  );
  const found = await everyPost('PRA', 150, '&reach=under&state=all&order=latin');
  expect(found.map((post) => post.postId).sort()).toEqual(expected.map((row) => row.post_id).sort());
  const byName = (one: string, other: string) => (one < other ? -1 : 1);
  expect(found.map((post) => post.personNameLatin)).toEqual(found.map((post) => post.personNameLatin).sort(byName));
});

test('works: the patrol units of a room, and of a centre those of its rooms', async () => {
  const own = await rows<{ call_sign: string }>('SELECT call_sign FROM patrol_unit WHERE room_id = $1', [
    server.unit('TRI'),
  ]);
  expect(own.length).toBeGreaterThan(0);
  const { body } = await patrolUnits('TRI');
  expect(body.items.map((one: { callSign: string }) => one.callSign).sort()).toEqual(
    own.map((row) => row.call_sign).sort(),
  );
  const ofCentre = (await patrolUnits('C-N')).body.items.map((one: { callSign: string }) => one.callSign);
  expect(ofCentre).toEqual(expect.arrayContaining(own.map((row) => row.call_sign)));
  expect((await patrolUnits('D-TRF')).body).toEqual({ items: [], nextCursor: null });
});

test('refused, wrong area and bad input', async () => {
  const dispatcher = await server.signIn('dispatcher');
  for (const list of [posts, patrolUnits]) {
    expect((await list('TRI', '', dispatcher)).reasons).toEqual(['right.missing']);
    expect((await list('TRI', '', north)).status).toBe(200);
    const outside = await list('SID', '', north);
    expect([outside.status, ...outside.reasons]).toEqual([404, 'unit.unknown']);
    const forged = await list('TRI', '&cursor=nonsense');
    expect([forged.status, ...forged.reasons]).toEqual([422, 'cursor.invalid']);
  }
  const wrong = await posts('TRI', '&state=never');
  expect(wrong.status).toBe(400);
});
