import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { callsOf, centreAdministrator, names } from '../../../../test/administration.ts';
import { startTestServer, type TestServer } from '../../../../test/server.ts';
import { connectClient } from '../../../platform/db/pools.ts';

let server: TestServer;
let call: ReturnType<typeof callsOf>;
let admin: string;
let north: string;
let dispatcher: string;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  call = callsOf(server);
  admin = await server.signIn('admin');
  dispatcher = await server.signIn('dispatcher');
  north = (await centreAdministrator(server, admin)).cookie;
});
afterAll(() => server.close());

let serial = 0;
const unit = (more: object = {}) => {
  serial += 1;
  return { callSign: `T-${serial}`, homeId: server.unit('TRI'), ...more };
};
const add = async (more: object = {}, cookie = admin) => {
  const fields = unit(more);
  const made = await call(cookie, 'POST', '/organisation/patrol-units', fields);
  expect(made.status, made.reasons.join()).toBe(200);
  return { ...fields, kind: 'patrol', patrolUnitId: made.body.patrolUnitId as number };
};
const change = (patrolUnitId: number, fields: object, cookie = admin) =>
  call(cookie, 'PUT', `/organisation/patrol-units/${patrolUnitId}`, { active: true, kind: 'patrol', ...fields });
/** The units that a room can send, as its board lists them. */
const board = async (code: string, cookie = dispatcher) => {
  const { body } = await call(cookie, 'GET', `/board/${server.unit(code)}`);
  return body.units as { patrolUnitId: number; callSign: string; primaryStatus: string; kind: string }[];
};
const ids = async (code: string, cookie = dispatcher) => (await board(code, cookie)).map((one) => one.patrolUnitId);

async function rows<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = await connectClient(server.ownerUrl, 'tests');
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

test('works: a unit that is made is on the board of its room and is sent to an incident', async () => {
  const made = await add({ homeId: server.unit('TRI-1'), kind: 'motorcycle', callSign: 'درّاجة ٣' });
  expect((await board('TRI')).find((one) => one.patrolUnitId === made.patrolUnitId)).toMatchObject({
    callSign: 'درّاجة ٣',
    kind: 'motorcycle',
    primaryStatus: 'Available',
  });
  const incidentId = uuidv7();
  await call(dispatcher, 'POST', '/incidents', {
    incidentId,
    roomId: server.unit('TRI'),
    typeId: server.type('violence.fight'),
    placeText: 'ساحة التل',
  });
  const sent = await call(dispatcher, 'POST', `/incidents/${incidentId}/assignments`, {
    assignmentId: uuidv7(),
    patrolUnitId: made.patrolUnitId,
  });
  expect(sent.status, sent.reasons.join()).toBe(200);
  // While it works there it neither leaves its room nor goes out of use; another call sign is another matter.
  const home = { homeId: server.unit('TRI-1'), kind: 'motorcycle' };
  const away = await change(made.patrolUnitId, { callSign: made.callSign, homeId: server.unit('AKK') });
  expect([away.status, ...away.reasons]).toEqual([409, 'patrol.busy']);
  const out = await change(made.patrolUnitId, { ...home, callSign: made.callSign, active: false });
  expect([out.status, ...out.reasons]).toEqual([409, 'patrol.busy']);
  expect((await change(made.patrolUnitId, { ...home, callSign: 'MOTO-3' })).body).toMatchObject({
    changed: ['callSign'],
  });
});

test('works: a unit moves to another room, leaves use and comes back, and each board follows', async () => {
  const centre = await server.signIn('centre');
  const made = await add();
  const moved = await change(made.patrolUnitId, { callSign: made.callSign, homeId: server.unit('AKK'), reason: 'نقل' });
  expect(moved.body).toMatchObject({ changed: ['homeId'] });
  expect(await ids('TRI')).not.toContain(made.patrolUnitId);
  expect(await ids('AKK', centre)).toContain(made.patrolUnitId);
  const fields = { callSign: made.callSign, homeId: server.unit('AKK') };
  expect((await change(made.patrolUnitId, { ...fields, active: false })).body).toMatchObject({ changed: ['active'] });
  expect(await ids('AKK', centre)).not.toContain(made.patrolUnitId);
  const { body } = await call(admin, 'GET', `/organisation/units/${server.unit('AKK')}/patrol-units?limit=200`);
  expect(body.items).toContainEqual(
    expect.objectContaining({ patrolUnitId: made.patrolUnitId, kind: 'patrol', active: false }),
  );
  // As an import leaves what it met in old records: nobody can send it until it is taken into use.
  expect((await change(made.patrolUnitId, fields)).body).toMatchObject({ changed: ['active'] });
  expect(await ids('AKK', centre)).toContain(made.patrolUnitId);
  const kept = await rows<{ field: string; old_value: unknown; new_value: unknown; reason: string | null }>(
    "SELECT field, old_value, new_value, reason FROM organisation_change WHERE subject_kind = 'patrol_unit' AND subject_id = $1 AND field = 'homeId' ORDER BY at DESC LIMIT 1",
    [String(made.patrolUnitId)],
  );
  expect(kept).toEqual([
    { field: 'homeId', old_value: server.unit('TRI'), new_value: server.unit('AKK'), reason: 'نقل' },
  ]);
  await server.sequencer.drain();
  const events = await rows<{ kind: string; room_id: number }>(
    "SELECT kind, room_id FROM event WHERE payload->>'subjectKind' = 'patrol_unit' AND payload->>'subjectId' = $1 ORDER BY position",
    [String(made.patrolUnitId)],
  );
  expect(events.slice(0, 3).map((event) => event.room_id)).toEqual([
    server.unit('TRI'),
    server.unit('TRI'),
    server.unit('AKK'),
  ]);
});

test('refused: a role without the right makes and changes none', async () => {
  const made = await add();
  const adding = await call(dispatcher, 'POST', '/organisation/patrol-units', unit());
  expect([adding.status, ...adding.reasons]).toEqual([403, 'right.missing']);
  const changing = await change(made.patrolUnitId, { callSign: 'X', homeId: made.homeId }, dispatcher);
  expect([changing.status, ...changing.reasons]).toEqual([403, 'right.missing']);
});

test('wrong area: an administrator of one centre works under it and nowhere else', async () => {
  const own = await add({}, north);
  const there = await add({ homeId: server.unit('SID') });
  const outside = await call(north, 'POST', '/organisation/patrol-units', unit({ homeId: server.unit('SID') }));
  expect([outside.status, ...outside.reasons]).toEqual([404, 'unit.unknown']);
  const foreign = await change(there.patrolUnitId, { callSign: 'X', homeId: server.unit('TRI') }, north);
  expect([foreign.status, ...foreign.reasons]).toEqual([404, 'patrol.unknown']);
  const away = await change(own.patrolUnitId, { callSign: own.callSign, homeId: server.unit('SID') }, north);
  expect([away.status, ...away.reasons]).toEqual([404, 'unit.unknown']);
});

test('repeated: the same command makes one unit', async () => {
  const payload = { commandId: uuidv7(), ...unit() };
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => call(admin, 'POST', '/organisation/patrol-units', payload)),
  );
  expect(new Set(answers.map((answer) => `${answer.status} ${answer.body.patrolUnitId}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(200);
  expect((await board('TRI')).filter((one) => one.callSign === payload.callSign)).toHaveLength(1);
});

test('bad input: each is refused with its reason, and nothing is written', async () => {
  const made = await add();
  const out = await add();
  await change(out.patrolUnitId, { callSign: out.callSign, homeId: out.homeId, active: false });
  const before = await rows('SELECT count(*) FROM patrol_unit');
  const cases: [object, string][] = [
    [unit({ callSign: '' }), 'text.empty'],
    [unit({ callSign: 'x'.repeat(21) }), 'text.too_long'],
    [unit({ callSign: 'M\u202e7' }), 'text.forbidden_characters'],
    [unit({ callSign: 'M\n7' }), 'patrol.call_sign'],
    [unit({ callSign: '-' }), 'patrol.call_sign'],
    [unit({ callSign: made.callSign }), 'patrol.call_sign_taken'],
    [unit({ callSign: out.callSign }), 'patrol.call_sign_kept'],
    [unit({ homeId: server.unit('HQ') }), 'patrol.home_kind'],
    [unit({ homeId: 999_999 }), 'unit.unknown'],
    [unit({ kind: 'tank' }), 'input.invalid'],
  ];
  for (const [payload, reason] of cases) {
    const answer = await call(admin, 'POST', '/organisation/patrol-units', payload);
    expect([400, 404, 409, 422], reason).toContain(answer.status);
    if (reason !== 'input.invalid') expect(answer.reasons, JSON.stringify(payload)).toContain(reason);
  }
  const unknown = await change(999_999_999, unit());
  expect([unknown.status, ...unknown.reasons]).toEqual([404, 'patrol.unknown']);
  expect(await rows('SELECT count(*) FROM patrol_unit')).toEqual(before);
});

test('the second wall: the right over one centre writes no unit of another, whatever the statement says', async () => {
  const client = await connectClient(server.runtimeUrl, 'tests');
  const scope = `SELECT set_config('marsad.action', 'organisation.manage', true), set_config('marsad.action_units', $1, true),
    set_config('marsad.read_units', $1, true), set_config('marsad.write_units', $1, true)`;
  try {
    await client.query('BEGIN');
    await client.query(scope, [`{${server.unit('C-N')}}`]);
    const insert = 'INSERT INTO patrol_unit (room_id, call_sign) VALUES ($1, $2)';
    expect((await client.query(insert, [server.unit('TRI'), 'WALL-1'])).rowCount).toBe(1);
    await client.query('SAVEPOINT one');
    await expect(client.query(insert, [server.unit('SID'), 'WALL-2'])).rejects.toMatchObject({ code: '42501' });
    await client.query('ROLLBACK TO SAVEPOINT one');
    const update = 'UPDATE patrol_unit SET active = false WHERE room_id = $1';
    expect((await client.query(update, [server.unit('SID')])).rowCount).toBe(0);
    await client.query('ROLLBACK');
  } finally {
    await client.end();
  }
});

test('a room that is made becomes able to dispatch: its first unit is sent', async () => {
  const made = await call(admin, 'POST', '/organisation/units', {
    kind: 'operations_room',
    code: 'NEWROOM',
    ...names('New room'),
    parentId: server.unit('C-N'),
    validFrom: '2026-01-01',
  });
  const centre = await server.signIn('centre');
  const { patrolUnitId } = await add({ homeId: made.body.unitId });
  const incidentId = uuidv7();
  await call(centre, 'POST', '/incidents', {
    incidentId,
    roomId: made.body.unitId,
    typeId: server.type('violence.fight'),
    placeText: 'ساحة',
  });
  const sent = await call(centre, 'POST', `/incidents/${incidentId}/assignments`, {
    assignmentId: uuidv7(),
    patrolUnitId,
  });
  expect(sent.status, sent.reasons.join()).toBe(200);
});
