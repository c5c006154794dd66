import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { callsOf, makeRole, right, takeIn } from '../../../../test/administration.ts';
import { startTestServer, type TestServer } from '../../../../test/server.ts';
import { connectClient } from '../../../platform/db/pools.ts';

let server: TestServer;
let call: ReturnType<typeof callsOf>;
let admin: string;
let dispatcher: string;
/** Sets the limits of the practice force alone, beside which a second force stands. */
let ofOneForce: string;
let otherForce: number;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  call = callsOf(server);
  admin = await server.signIn('admin');
  dispatcher = await server.signIn('dispatcher');
  const [made] = await rows<{ unit_id: number }>(
    `WITH n AS (SELECT nextval(pg_get_serial_sequence('org_unit', 'unit_id'))::int AS id)
     INSERT INTO org_unit (unit_id, kind, code, name_ar, name_en, name_fr, force_id, time_zone)
     SELECT id, 'force', 'OTH', 'س', 'Other', 'Autre', id, 'UTC' FROM n RETURNING unit_id`,
  );
  otherForce = made?.unit_id ?? 0;
  await server.organisation.reload();
  const roleId = await makeRole(server, admin, 'list_keeper', [right('reference.manage', 'force')]);
  ofOneForce = (await takeIn(server, admin, 'list.keeper', roleId, server.unit('PRA'))).cookie;
});
afterAll(() => server.close());

async function rows<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = await connectClient(server.ownerUrl, 'tests');
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}
/** What a statement returns when every event has its position. */
async function settled<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  await server.sequencer.drain();
  return rows(text, values);
}
interface Reference {
  types: ({ typeId: number; code: string; active: boolean } & Record<string, unknown>)[];
  dispositions: ({ dispositionId: number; code: string } & Record<string, unknown>)[];
  limits: { forceId: number; priority: number; typeId: number | null; responseMinutes: number | null }[];
}
interface Limit {
  priority: number;
  typeId?: number;
  responseMinutes: number | null;
}
/** Limits of the practice force with those that stand, as a screen reads them. */
async function read(limits: Limit[]) {
  const own = (await reference()).limits.filter((one) => one.forceId === server.unit('PRA'));
  const standing = ({ priority, typeId = null }: { priority: number; typeId?: number | null }) =>
    own.find((one) => one.priority === priority && one.typeId === typeId)?.responseMinutes ?? null;
  return limits.map((limit) => ({ ...limit, was: standing(limit) }));
}
const reference = async (): Promise<Reference> => (await call(dispatcher, 'GET', '/reference')).body;
const typeOf = async (code: string) =>
  (await reference()).types.find((one) => one.code === code) ?? expect.fail(`no type ${code}`);

const log = (typeId: number, more: object = {}) =>
  call(dispatcher, 'POST', '/incidents', {
    incidentId: uuidv7(),
    roomId: server.unit('TRI'),
    typeId,
    placeText: 'ساحة التل',
    ...more,
  });

test('a shipped type of grave matters asks for its story before it is closed, in words', async () => {
  expect(await typeOf('missing.child')).toMatchObject({ requiredFields: ['narrative', 'occurred'] });
  const incidentId = uuidv7();
  expect((await log(server.type('missing.child'), { incidentId })).status).toBe(200);
  const settled = (await reference()).dispositions.find((one) => one.code === 'settled')?.dispositionId;
  const move = (to: string) =>
    call(dispatcher, 'POST', `/incidents/${incidentId}/status`, { to, dispositionId: settled });
  const resolved = await move('resolved');
  expect(resolved.status).toBe(200);
  const refused = await move('closed');
  expect([refused.status, ...refused.reasons]).toEqual([422, 'incident.field_required']);
  expect(refused.body.title).toContain('ماذا حدث، وقت الحدوث');
  const filled = await call(dispatcher, 'POST', `/incidents/${incidentId}/changes`, {
    version: resolved.body.version,
    changes: { narrative: 'رواية', occurredFrom: new Date(Date.now() - 600_000).toISOString() },
  });
  expect(filled.status, filled.reasons.join()).toBe(200);
  expect((await move('closed')).status).toBe(200);
});

test('works: limits are set and taken away; what waits is due by them at once, what was reached stays', async () => {
  const waits = uuidv7();
  const reached = uuidv7();
  for (const incidentId of [waits, reached]) await log(server.type('theft.vehicle'), { incidentId });
  await rows('UPDATE incident SET first_on_scene_at = now() WHERE incident_id = $1', [reached]);
  const minutes = async (incidentId: string) =>
    (
      await rows<{ minutes: number | null }>(
        'SELECT round(extract(epoch FROM due_at - created_at) / 60)::int AS minutes FROM incident WHERE incident_id = $1',
        [incidentId],
      )
    )[0]?.minutes;
  const set = async (limits: Limit[]) =>
    call(admin, 'PUT', `/reference/limits/${server.unit('PRA')}`, {
      limits: await read(limits),
      reason: 'قرار القيادة',
    });
  const written = async (incidentId: string) =>
    (
      await rows<{ version: number; changed_at: string }>(
        'SELECT version, changed_at FROM incident WHERE incident_id = $1',
        [incidentId],
      )
    )[0];
  const before = await minutes(waits);
  const [version, reachedBefore] = [(await written(waits))?.version, await written(reached)];
  expect((await set([{ priority: 2, responseMinutes: 33 }])).body).toEqual({ changed: 1, renewed: 1 });
  expect([await minutes(waits), await minutes(reached)]).toEqual([33, before]);
  const [event] = await settled<{ at: string }>(
    "SELECT at FROM event WHERE kind = 'organisation.limits_changed' LIMIT 1",
  );
  expect(await written(waits)).toEqual({ version, changed_at: event?.at });
  expect(await written(reached)).toEqual(reachedBefore);
  const typeId = server.type('theft.vehicle');
  await set([{ priority: 2, typeId, responseMinutes: 7 }]);
  expect(await minutes(waits)).toBe(7);
  expect((await reference()).limits).toContainEqual({
    forceId: server.unit('PRA'),
    priority: 2,
    typeId,
    responseMinutes: 7,
  });
  const logged = uuidv7();
  await log(typeId, { incidentId: logged });
  expect(await minutes(logged)).toBe(7);
  await set([
    { priority: 2, typeId, responseMinutes: null },
    { priority: 2, responseMinutes: null },
  ]);
  expect(await minutes(waits)).toBeNull();
  expect((await set([{ priority: 2, responseMinutes: null }])).body).toEqual({ changed: 0, renewed: 0 });
  await set([{ priority: 2, responseMinutes: 20 }]);
  const told = await settled<{ room_id: number }>(
    "SELECT DISTINCT room_id FROM event WHERE kind = 'organisation.limits_changed' AND room_id = $1",
    [server.unit('TRI')],
  );
  expect(told).toHaveLength(1);
});

test('refused: a role without the right sets no limit', async () => {
  const answer = await call(dispatcher, 'PUT', `/reference/limits/${server.unit('PRA')}`, {
    limits: [{ priority: 1, was: null, responseMinutes: 1 }],
  });
  expect([answer.status, ...answer.reasons]).toEqual([403, 'right.missing']);
});

test('wrong area: who administers one of two forces sets its limits, not those of the other; a room has none', async () => {
  const limits = [{ priority: 4, was: null, responseMinutes: 120 }];
  expect((await call(ofOneForce, 'PUT', `/reference/limits/${server.unit('PRA')}`, { limits })).status).toBe(200);
  const foreign = await call(ofOneForce, 'PUT', `/reference/limits/${otherForce}`, { limits });
  expect([foreign.status, ...foreign.reasons]).toEqual([404, 'unit.unknown']);
  const room = await call(admin, 'PUT', `/reference/limits/${server.unit('TRI')}`, { limits });
  expect([room.status, ...room.reasons]).toEqual([404, 'unit.unknown']);
});

test('repeated: the same command sets limits once and gives one answer', async () => {
  const url = `/reference/limits/${server.unit('PRA')}`;
  const payload = { commandId: uuidv7(), limits: await read([{ priority: 3, responseMinutes: 61 }]) };
  const answers = await Promise.all(Array.from({ length: 5 }, () => call(admin, 'PUT', url, payload)));
  expect(answers.map((answer) => [answer.status, answer.body.changed])).toEqual(answers.map(() => [200, 1]));
});

test('two at once: what another set since one looked is told with who and which, and nothing is written', async () => {
  const url = `/reference/limits/${server.unit('PRA')}`;
  const seen = await read([
    { priority: 1, responseMinutes: 11 },
    { priority: 2, responseMinutes: 22 },
  ]);
  expect(
    (await call(ofOneForce, 'PUT', url, { limits: await read([{ priority: 1, responseMinutes: 9 }]) })).status,
  ).toBe(200);
  const before = (await reference()).limits;
  const late = await call(admin, 'PUT', url, { limits: seen });
  expect([late.status, ...late.reasons]).toEqual([409, 'record.changed_meanwhile']);
  expect(late.body.parameters).toMatchObject({ fields: 'priority1', person: 'شخص اختبار' });
  expect((await reference()).limits).toEqual(before);
  // Both wanted the same: there is nothing to decide.
  const same = await call(admin, 'PUT', url, { limits: [{ priority: 1, was: 10, responseMinutes: 9 }] });
  expect(same.body).toEqual({ changed: 0, renewed: 0 });
  // The other limit was nobody else's.
  expect((await call(admin, 'PUT', url, { limits: seen.slice(1) })).status).toBe(200);
});

test('bad input: each is refused with its reason, and nothing is written', async () => {
  const before = (await reference()).limits;
  const cases: [object[], string][] = [
    [[{ priority: 1, was: 10, responseMinutes: 0 }], 'limit.minutes'],
    [[{ priority: 1, was: 10, responseMinutes: 100_000 }], 'limit.minutes'],
    [[{ priority: 1, was: 10, typeId: 999_999, responseMinutes: 5 }], 'type.absent'],
    [
      [
        { priority: 1, was: 10, responseMinutes: 5 },
        { priority: 1, was: 10, responseMinutes: 6 },
      ],
      'limit.twice',
    ],
  ];
  for (const [limits, reason] of cases) {
    const answer = await call(admin, 'PUT', `/reference/limits/${server.unit('PRA')}`, { limits });
    expect([400, 404, 422], reason).toContain(answer.status);
    expect(answer.reasons, JSON.stringify(limits)).toContain(reason);
  }
  expect((await reference()).limits).toEqual(before);
});

test('a changed type or disposition is told to every room, so that its board reads the lists again', async () => {
  const found = (await reference()).dispositions.find((one) => one.code === 'advice') ?? expect.fail('no disposition');
  const { dispositionId, nameAr, nameEn, nameFr } = found;
  const changed = await call(admin, 'PUT', `/reference/dispositions/${dispositionId}`, {
    ...{ nameAr, nameEn, nameFr },
    offenceRecorded: true,
    active: true,
  });
  expect(changed.status, changed.reasons.join()).toBe(200);
  await server.sequencer.drain();
  const told = await rows<{ room_id: number }>(
    "SELECT room_id FROM event WHERE kind = 'organisation.disposition_changed' AND payload->>'subjectId' = $1",
    [String(dispositionId)],
  );
  expect(told.map((event) => event.room_id)).toEqual(expect.arrayContaining([server.unit('TRI'), server.unit('SID')]));
});
