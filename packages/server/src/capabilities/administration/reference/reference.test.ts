import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { callsOf, makeRole, names, right, takeIn } from '../../../../test/administration.ts';
import { startTestServer, type TestServer } from '../../../../test/server.ts';
import { connectClient } from '../../../platform/db/pools.ts';

let server: TestServer;
let call: ReturnType<typeof callsOf>;
let admin: string;
let dispatcher: string;
/** Manages the lists of the practice force alone, beside which a second force stands. */
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
interface Reference {
  types: ({ typeId: number; code: string; active: boolean } & Record<string, unknown>)[];
  dispositions: ({ dispositionId: number; code: string } & Record<string, unknown>)[];
  limits: { forceId: number; priority: number; typeId: number | null; responseMinutes: number | null }[];
}
const reference = async (): Promise<Reference> => (await call(dispatcher, 'GET', '/reference')).body;
const typeOf = async (code: string) =>
  (await reference()).types.find((one) => one.code === code) ?? expect.fail(`no type ${code}`);

let serial = 0;
const type = (more: object = {}) => {
  serial += 1;
  return { code: `order.new_${serial}`, ...names(`New ${serial}`), priority: 2, ...more };
};
const disposition = (more: object = {}) => {
  serial += 1;
  return { code: `new_${serial}`, ...names(`New ${serial}`), offenceRecorded: false, ...more };
};
const add = async (what: 'types' | 'dispositions', fields: object): Promise<number> => {
  const made = await call(admin, 'POST', `/reference/${what}`, fields);
  expect(made.status, made.reasons.join()).toBe(200);
  return made.body.typeId ?? made.body.dispositionId;
};
const log = (typeId: number, more: object = {}) =>
  call(dispatcher, 'POST', '/incidents', {
    incidentId: uuidv7(),
    roomId: server.unit('TRI'),
    typeId,
    placeText: 'ساحة التل',
    ...more,
  });

test('works: a type is added to its group, logged, changed and retired; what was logged stays', async () => {
  const fields = type({ aliases: ['NWO'], iccs: '0801', eido: 'NOISE', requiredFields: ['narrative'] });
  const typeId = await add('types', fields);
  const group = await typeOf('order');
  expect(await typeOf(fields.code)).toMatchObject({
    ...fields,
    typeId,
    parentId: group.typeId,
    selectable: true,
    active: true,
    origin: 'reported',
  });
  const incidentId = uuidv7();
  expect((await log(typeId, { incidentId })).body).toMatchObject({ incidentId });
  const { code: _code, ...kept } = fields;
  const put = (more: object) => call(admin, 'PUT', `/reference/types/${typeId}`, { ...kept, active: true, ...more });
  const changed = await put({ ...names('Renamed'), priority: 1, requiredFields: [], reason: 'مراجعة القائمة' });
  expect(changed.body.changed.sort()).toEqual(['nameAr', 'nameEn', 'nameFr', 'priority', 'requiredFields']);
  expect(await typeOf(fields.code)).toMatchObject({ nameEn: 'Renamed', priority: 1, requiredFields: [] });
  expect((await put({ ...names('Renamed'), active: false })).status).toBe(200);
  const refused = await log(typeId);
  expect([refused.status, ...refused.reasons]).toEqual([422, 'incident.type']);
  expect((await call(dispatcher, 'GET', `/incidents/${incidentId}`)).status).toBe(200);
  const history = await rows<{ old_value: unknown; new_value: unknown; reason: string }>(
    "SELECT old_value, new_value, reason FROM organisation_change WHERE subject_kind = 'type' AND subject_id = $1 AND field = 'priority' AND old_value <> 'null'",
    [String(typeId)],
  );
  expect(history).toContainEqual({ old_value: 2, new_value: 1, reason: 'مراجعة القائمة' });
});

test('what a type requires is asked for at closing, not at logging', async () => {
  const typeId = await add('types', type({ requiredFields: ['narrative', 'occurred'] }));
  const incidentId = uuidv7();
  expect((await log(typeId, { incidentId })).status).toBe(200);
  const settled = (await reference()).dispositions.find((one) => one.code === 'settled')?.dispositionId;
  const move = (to: string) =>
    call(dispatcher, 'POST', `/incidents/${incidentId}/status`, { to, dispositionId: settled });
  const resolved = await move('resolved');
  expect(resolved.status).toBe(200);
  const refused = await move('closed');
  expect([refused.status, ...refused.reasons]).toEqual([422, 'incident.field_required']);
  const filled = await call(dispatcher, 'POST', `/incidents/${incidentId}/changes`, {
    version: resolved.body.version,
    changes: { narrative: 'رواية', occurredFrom: new Date(Date.now() - 600_000).toISOString() },
  });
  expect(filled.status, filled.reasons.join()).toBe(200);
  expect((await move('closed')).status).toBe(200);
});

test('a shipped type of grave matters asks for its story before it is closed, in words', async () => {
  expect(await typeOf('missing.child')).toMatchObject({ requiredFields: ['narrative', 'occurred'] });
  const incidentId = uuidv7();
  expect((await log(server.type('missing.child'), { incidentId })).status).toBe(200);
  const settled = (await reference()).dispositions.find((one) => one.code === 'settled')?.dispositionId;
  const move = (to: string) =>
    call(dispatcher, 'POST', `/incidents/${incidentId}/status`, { to, dispositionId: settled });
  await move('resolved');
  const refused = await move('closed');
  expect([refused.status, ...refused.reasons]).toEqual([422, 'incident.field_required']);
  expect(refused.body.title).toContain('ماذا حدث، وقت الحدوث');
});

test('works: a group is made, holds types, and is retired after them', async () => {
  const groupId = await add('types', { ...type({ group: true }), code: 'sea' });
  const leafId = await add('types', { ...type(), code: 'sea.rescue' });
  const chosen = await log(groupId);
  expect([chosen.status, ...chosen.reasons]).toEqual([422, 'incident.type']);
  const put = (typeId: number, active: boolean) =>
    call(admin, 'PUT', `/reference/types/${typeId}`, { ...names('Sea'), priority: 2, active });
  expect((await put(groupId, false)).reasons).toEqual(['type.group_in_use']);
  expect((await put(leafId, false)).status).toBe(200);
  expect((await put(groupId, false)).status).toBe(200);
  expect((await put(leafId, true)).reasons).toEqual(['type.group_unknown']);
});

test('works: a disposition is added, closes an incident, is changed and retired', async () => {
  const fields = disposition();
  const dispositionId = await add('dispositions', fields);
  const incidentId = uuidv7();
  await log(server.type('order.noise'), { incidentId });
  const close = (id: string) => call(dispatcher, 'POST', `/incidents/${id}/status`, { to: 'resolved', dispositionId });
  expect((await close(incidentId)).status).toBe(200);
  const put = (more: object) =>
    call(admin, 'PUT', `/reference/dispositions/${dispositionId}`, {
      ...names('Other'),
      offenceRecorded: true,
      active: true,
      ...more,
    });
  expect((await put({})).body.changed.sort()).toEqual(['nameAr', 'nameEn', 'nameFr', 'offenceRecorded']);
  expect((await put({ active: false })).body).toEqual({ changed: ['active'] });
  const other = uuidv7();
  await log(server.type('order.noise'), { incidentId: other });
  expect((await close(other)).reasons).toEqual(['incident.disposition']);
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
  const set = (limits: object[]) =>
    call(admin, 'PUT', `/reference/limits/${server.unit('PRA')}`, { limits, reason: 'قرار القيادة' });
  const before = await minutes(waits);
  expect((await set([{ priority: 2, responseMinutes: 33 }])).body).toEqual({ changed: 1 });
  expect([await minutes(waits), await minutes(reached)]).toEqual([33, before]);
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
  expect((await set([{ priority: 2, responseMinutes: null }])).body).toEqual({ changed: 0 });
  await set([{ priority: 2, responseMinutes: 20 }]);
  await server.sequencer.drain();
  const told = await rows<{ room_id: number }>(
    "SELECT DISTINCT room_id FROM event WHERE kind = 'organisation.limits_changed' AND room_id = $1",
    [server.unit('TRI')],
  );
  expect(told).toHaveLength(1);
});

test('refused: a role without the right changes no list', async () => {
  for (const [method, url, body] of [
    ['POST', '/reference/types', type()],
    ['POST', '/reference/dispositions', disposition()],
    ['PUT', `/reference/types/${server.type('order.noise')}`, { ...type(), active: false }],
    ['PUT', `/reference/limits/${server.unit('PRA')}`, { limits: [{ priority: 1, responseMinutes: 1 }] }],
  ] as const) {
    const answer = await call(dispatcher, method, url, body);
    expect([answer.status, ...answer.reasons], url).toEqual([403, 'right.missing']);
  }
});

test('wrong area: who administers one of two forces sets its limits, not those of the other, and no common list', async () => {
  const limits = [{ priority: 4, responseMinutes: 120 }];
  expect((await call(ofOneForce, 'PUT', `/reference/limits/${server.unit('PRA')}`, { limits })).status).toBe(200);
  const foreign = await call(ofOneForce, 'PUT', `/reference/limits/${otherForce}`, { limits });
  expect([foreign.status, ...foreign.reasons]).toEqual([404, 'unit.unknown']);
  const room = await call(admin, 'PUT', `/reference/limits/${server.unit('TRI')}`, { limits });
  expect([room.status, ...room.reasons]).toEqual([404, 'unit.unknown']);
  for (const [what, fields] of [
    ['types', type()],
    ['dispositions', disposition()],
  ] as const) {
    const adding = await call(ofOneForce, 'POST', `/reference/${what}`, fields);
    expect([adding.status, ...adding.reasons]).toEqual([403, 'role.every_force']);
  }
});

test('repeated: the same command adds one type and gives one answer', async () => {
  const payload = { commandId: uuidv7(), ...type() };
  const answers = await Promise.all(Array.from({ length: 5 }, () => call(admin, 'POST', '/reference/types', payload)));
  expect(new Set(answers.map((answer) => `${answer.status} ${answer.body.typeId}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(200);
});

test('bad input: each is refused with its reason, and nothing is written', async () => {
  const counted = () =>
    rows(
      'SELECT (SELECT count(*) FROM incident_type) t, (SELECT count(*) FROM disposition) d, (SELECT count(*) FROM priority_limit) l',
    );
  const before = await counted();
  const put = (id: number) => `/reference/types/${id}`;
  const limits = (...list: object[]) => ({ limits: list });
  const force = `/reference/limits/${server.unit('PRA')}`;
  const fallback = server.type('unclassified.imported');
  const cases: ['POST' | 'PUT', string, object, string][] = [
    ['POST', '/reference/types', type({ code: 'Order.New' }), 'type.code'],
    ['POST', '/reference/types', type({ code: 'order.noise' }), 'type.code_taken'],
    ['POST', '/reference/types', type({ code: 'nowhere.new' }), 'type.group_unknown'],
    ['POST', '/reference/types', type({ code: 'order.noise.loud' }), 'type.group_unknown'],
    ['POST', '/reference/types', type({ code: 'alone' }), 'type.group_missing'],
    ['POST', '/reference/types', type({ nameAr: ' ' }), 'text.empty'],
    ['POST', '/reference/types', type({ nameFr: 'a\u202eb' }), 'text.forbidden_characters'],
    ['POST', '/reference/types', type({ iccs: '8' }), 'type.iccs'],
    ['POST', '/reference/types', type({ eido: 'too long a code' }), 'type.eido'],
    ['POST', '/reference/types', type({ aliases: ['FGT'] }), 'type.alias_taken'],
    ['POST', '/reference/types', type({ aliases: ['QQ', 'qq'] }), 'type.alias_taken'],
    ['PUT', put(999_999), type({ active: true }), 'type.none'],
    ['PUT', put(fallback), type({ active: false }), 'type.fallback'],
    ['POST', '/reference/dispositions', disposition({ code: 'Bad code' }), 'disposition.code'],
    ['POST', '/reference/dispositions', disposition({ code: 'settled' }), 'disposition.code_taken'],
    ['PUT', '/reference/dispositions/999999', disposition({ active: true }), 'disposition.unknown'],
    ['PUT', force, limits({ priority: 1, responseMinutes: 0 }), 'limit.minutes'],
    ['PUT', force, limits({ priority: 1, responseMinutes: 100_000 }), 'limit.minutes'],
    ['PUT', force, limits({ priority: 1, typeId: 999_999, responseMinutes: 5 }), 'type.none'],
    ['PUT', force, limits({ priority: 1, responseMinutes: 5 }, { priority: 1, responseMinutes: 6 }), 'limit.twice'],
  ];
  for (const [method, url, payload, reason] of cases) {
    const answer = await call(admin, method, url, payload);
    expect([400, 404, 409, 422], reason).toContain(answer.status);
    expect(answer.reasons, `${url} ${JSON.stringify(payload)}`).toContain(reason);
  }
  const strange = [type({ requiredFields: ['weather'] }), type({ priority: 5 })];
  for (const payload of strange) expect((await call(admin, 'POST', '/reference/types', payload)).status).toBe(400);
  expect(await counted()).toEqual(before);
});
