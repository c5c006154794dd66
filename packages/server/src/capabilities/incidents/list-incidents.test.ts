import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { minutesAgo, Room } from '../../../test/room.ts';
import { startTestServer, type TestServer } from '../../../test/server.ts';

let server: TestServer;
let room: Room;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  room = new Room(server);
  await room.signIn('dispatcher', 'akkar', 'calltaker', 'hq');
});
afterAll(() => server.close());

type Conditions = Record<string, string | number | readonly (string | number)[] | undefined>;
/** The address of a list: arrays as the API writes them. */
const written = (asked: Conditions): string =>
  Object.entries(asked)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => (Array.isArray(value) ? value.map((one) => `${name}[]=${one}`) : [`${name}=${value}`]))
    .join('&');
const list = (asked: Conditions, userName = 'dispatcher') => room.get(`/incidents?${written(asked)}`, userName);
const count = (asked: Conditions, userName = 'dispatcher') => room.get(`/incidents/count?${written(asked)}`, userName);
const ids = (page: { items: { incidentId: string }[] }) => page.items.map((one) => one.incidentId);

/** All pages one after the other; `between` happens after the first. */
async function walk(asked: Conditions, between?: () => Promise<unknown>) {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ ...asked, limit: 2, cursor });
    seen.push(...ids(page));
    if (cursor === undefined) await between?.();
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return seen;
}

test('works: page after page brings each incident once in either order, and what is logged meanwhile does not shift them', async () => {
  const made: string[] = [];
  for (let one = 0; one < 5; one += 1) made.push(await room.logged({ placeText: 'سوق الصفحات' }));
  const mine = (seen: string[]) => seen.filter((id) => made.includes(id));
  const since = { from: minutesAgo(10) };
  expect(mine(await walk(since, () => room.logged()))).toEqual([...made].reverse());
  expect(mine(await walk({ ...since, order: 'oldest' }, () => room.logged()))).toEqual(made);
});

test('rows of one microsecond are each shown once', async () => {
  const made = [
    await room.logged(),
    await room.logged(),
    await room.logged(),
    await room.logged(),
    await room.logged(),
  ];
  await room.owner(`UPDATE incident SET created_at = '2020-05-05T10:00:00.123456Z' WHERE incident_id = ANY ($1)`, [
    made,
  ]);
  const seen = await walk({ to: '2020-05-06T00:00:00Z', from: '2020-05-05T10:00:00Z' });
  expect([...seen].sort()).toEqual([...made].sort());
});

test('each condition leaves out what does not fit, several values of one are any of them, and the count agrees', async () => {
  const day = { from: '2019-03-01T00:00:00Z', to: '2019-03-02T00:00:00Z' };
  const knives = await room.logged({ typeId: server.type('violence.knives'), priority: 1 });
  const fight = await room.logged({ priority: 2 });
  const patrol = await room.logged({
    typeId: server.type('patrol.checkpoint'),
    origin: 'police_initiated',
    priority: 4,
  });
  const all = [knives, fight, patrol];
  await room.owner(`UPDATE incident SET created_at = '2019-03-01T12:00:00Z' WHERE incident_id = ANY ($1)`, [all]);
  await room.owner(
    `UPDATE incident SET status = 'closed', disposition_id = (SELECT disposition_id FROM disposition WHERE code = 'arrest'),
       station_id = (SELECT unit_id FROM org_unit WHERE kind = 'station' AND parent_id = $2 ORDER BY unit_id LIMIT 1) WHERE incident_id = $1`,
    [fight, server.unit('TRI')],
  );
  const [{ disposition_id: arrest, station_id: station }] = await room.owner(
    'SELECT disposition_id, station_id FROM incident WHERE incident_id = $1',
    [fight],
  );
  const group = server.organisation.types.find((type) => type.code === 'violence')?.typeId ?? 0;
  const cases: [Conditions, string[]][] = [
    [{}, all],
    [{ typeIds: [server.type('violence.knives')] }, [knives]],
    [{ typeIds: [group] }, [knives, fight]],
    [{ typeIds: [server.type('violence.knives'), server.type('patrol.checkpoint')] }, [knives, patrol]],
    [{ origin: 'police_initiated' }, [patrol]],
    [{ statuses: ['closed'] }, [fight]],
    [{ statuses: ['open', 'closed'] }, all],
    [{ priorities: [1, 4] }, [knives, patrol]],
    [{ dispositionIds: [arrest] }, [fight]],
    [{ unitIds: [server.unit('TRI')] }, all],
    [{ unitIds: [station] }, [fight]],
    [{ unitIds: [server.unit('PRA')] }, all],
    [{ unitIds: [server.unit('AKK')] }, []],
    [{ typeIds: [group], statuses: ['open'], priorities: [1] }, [knives]],
    [{ to: '2019-03-01T12:00:00Z' }, []],
  ];
  for (const [conditions, expected] of cases) {
    expect(ids(await list({ ...day, ...conditions }, 'hq')).sort(), JSON.stringify(conditions)).toEqual(
      [...expected].sort(),
    );
    expect(await count({ ...day, ...conditions }, 'hq'), JSON.stringify(conditions)).toEqual({
      count: expected.length,
      more: false,
    });
  }
});

test('what came after the first row is counted, and nothing else', async () => {
  await room.logged();
  const { topCursor } = await list({ limit: 1 });
  expect(await count({ newerThan: topCursor })).toEqual({ count: 0, more: false });
  await room.logged();
  await room.logged({ typeId: server.type('violence.knives') });
  expect(await count({ newerThan: topCursor })).toEqual({ count: 2, more: false });
  expect(await count({ newerThan: topCursor, typeIds: [server.type('violence.knives')] })).toMatchObject({ count: 1 });
});

test('a row says what a list shows of it: beginning of the narrative, how it ended, which units', async () => {
  const incidentId = await room.logged({ narrative: 'ن'.repeat(400) });
  await room.sent(incidentId);
  const [row] = (await list({ limit: 1 })).items;
  expect(row).toMatchObject({ incidentId, narrative: 'ن'.repeat(300), status: 'dispatched', dispositionId: null });
  expect(row.callSigns).toHaveLength(1);
});

test('another area: nothing of this room in the list or its count, and its units cannot be asked for', async () => {
  const incidentId = await room.logged();
  const [mine, theirs] = [await list({}), await list({}, 'akkar')];
  expect(ids(mine)).toContain(incidentId);
  expect(theirs.items.every((row: { roomId: number }) => row.roomId === server.unit('AKK'))).toBe(true);
  const unitIds = [server.unit('TRI')];
  expect(await list({ unitIds }, 'akkar')).toMatchObject({
    status: 404,
    reason: 'list.unit_unknown',
    field: 'unitIds',
  });
  expect(await count({ unitIds }, 'akkar')).toMatchObject({ status: 404, reason: 'list.unit_unknown' });
  expect(await list({ unitIds: [999_999] })).toMatchObject({ status: 404 });
});

test('refused: nobody signed in, and bad input in words', async () => {
  expect(await list({}, 'nobody')).toMatchObject({ status: 401 });
  const forged = Buffer.from(JSON.stringify(['2026-01-01T00:00:00Z', 'x'])).toString('base64url');
  for (const cursor of ['x', forged, Buffer.from('["a","b","c"]').toString('base64url')]) {
    expect(await list({ cursor })).toMatchObject({ status: 422, reason: 'cursor.invalid' });
    expect(await count({ newerThan: cursor })).toMatchObject({ status: 422, reason: 'cursor.invalid' });
  }
  const reversed = { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' };
  expect(await list(reversed)).toMatchObject({ status: 422, reason: 'list.period_reversed', field: 'to' });
  expect(await list({ typeIds: [2_000_000_000] })).toMatchObject({ status: 422, reason: 'list.type_unknown' });
  const many = Array.from({ length: 201 }, () => 1);
  for (const bad of [
    { typeIds: many },
    { unitIds: many },
    { dispositionIds: [2 ** 40] },
    { priorities: [9] },
    { statuses: ['lost'] },
    { origin: 'both' },
    { from: 'yesterday' },
    { order: 'best' },
    { limit: 201 },
  ])
    expect(await list(bad), JSON.stringify(bad)).toMatchObject({ status: 400 });
});
