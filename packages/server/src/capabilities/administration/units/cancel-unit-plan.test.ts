// A plan for a unit is taken back before its day: it stays where it stands, and goes on standing.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { callsOf, centreAdministrator, daysFromNow, names, today } from '../../../../test/administration.ts';
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

async function make(kind = 'station', parentId = server.unit('TRI')): Promise<number> {
  const made = await call(admin, 'POST', '/organisation/units', {
    ...{ kind, code: `Y${uuidv7().slice(-8).toUpperCase()}`, ...names('New'), parentId, validFrom: '2026-01-01' },
    ...{ population: null, typeCodes: [] },
  });
  expect(made.status, made.reasons.join()).toBe(200);
  return made.body.unitId;
}
const read = async (unitId: number) => (await call(admin, 'GET', `/organisation/units/${unitId}`)).body;
const move = (unitId: number, parent: number, from: string) =>
  call(admin, 'POST', `/organisation/units/${unitId}/move`, { parentId: parent, from });
const end = (unitId: number, lastDay: string) => call(admin, 'POST', `/organisation/units/${unitId}/end`, { lastDay });
const cancel = (unitId: number, plan: string, more: object = {}, cookie = admin) =>
  call(cookie, 'POST', `/organisation/units/${unitId}/cancel-plan`, { plan, ...more });

test('works: a planned move is taken back; the place that would have ended goes on, and history and log tell of both', async () => {
  const unitId = await make();
  expect((await move(unitId, server.unit('AKK'), daysFromNow(9))).body).toEqual({ planned: true });
  const cancelled = await cancel(unitId, 'move', { reason: 'تأجّل' });
  expect(cancelled.status, cancelled.reasons.join()).toBe(200);
  const { unit, placements, changes } = await read(unitId);
  expect(unit).toMatchObject({ parentId: server.unit('TRI'), version: cancelled.body.version });
  expect(placements).toMatchObject([{ parentId: server.unit('TRI'), validFrom: '2026-01-01', validTo: null }]);
  expect(changes.filter((one: { reason: string | null }) => one.reason === 'تأجّل')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ field: 'parentId', oldValue: server.unit('AKK'), newValue: server.unit('TRI') }),
      expect.objectContaining({ field: 'from', oldValue: daysFromNow(9), newValue: null }),
    ]),
  );
  const client = await connectClient(server.ownerUrl, 'tests');
  const log = await client.query(
    "SELECT fields, reason FROM audit_entry WHERE action = 'administration.unit_plan_cancelled' AND subject_id = $1",
    [String(unitId)],
  );
  await client.end();
  expect(log.rows).toMatchObject([{ fields: expect.arrayContaining(['parentId', 'from']), reason: 'تأجّل' }]);
  // Another plan may follow.
  expect((await move(unitId, server.unit('ZGH'), daysFromNow(3))).body).toEqual({ planned: true });
});

test('works: a planned end is taken back to its very last day', async () => {
  for (const lastDay of [daysFromNow(20), today()]) {
    const unitId = await make();
    expect((await end(unitId, lastDay)).status).toBe(200);
    expect((await cancel(unitId, 'end')).status, lastDay).toBe(200);
    expect((await read(unitId)).unit).toMatchObject({ validTo: null, ended: false });
  }
});

test('refused: without the right, where nothing is planned, after the day, and where what it stays under ends', async () => {
  const unitId = await make();
  const dispatcher = await server.signIn('dispatcher');
  expect((await cancel(unitId, 'move', {}, dispatcher)).reasons).toEqual(['right.missing']);
  for (const plan of ['move', 'end']) {
    const none = await cancel(unitId, plan);
    expect([none.status, ...none.reasons], plan).toEqual([409, 'unit.no_plan']);
  }
  await move(unitId, server.unit('AKK'), today());
  expect((await cancel(unitId, 'move')).reasons).toEqual(['unit.no_plan']);
  await end(unitId, daysFromNow(-1));
  expect((await cancel(unitId, 'end')).reasons).toEqual(['unit.ended']);
  // A room that is to end when its station does.
  const room = await make('operations_room', server.unit('C-N'));
  const station = await make('station', room);
  await end(station, daysFromNow(5));
  expect((await end(room, daysFromNow(5))).status).toBe(200);
  const stays = await cancel(station, 'end');
  expect([stays.status, ...stays.reasons]).toEqual([409, 'unit.ends_before']);
});

test('wrong area: a unit of another centre is not there', async () => {
  const there = server.unit('SID-1');
  await move(there, server.unit('TYR'), daysFromNow(9));
  const foreign = await cancel(there, 'move', {}, north);
  expect([foreign.status, ...foreign.reasons]).toEqual([404, 'unit.unknown']);
});

test('two at once and repeated: a plan that another changed meanwhile is not taken back; the same command is done once', async () => {
  const unitId = await make();
  await move(unitId, server.unit('AKK'), daysFromNow(9));
  const { version } = (await read(unitId)).unit;
  await move(unitId, server.unit('ZGH'), daysFromNow(4));
  const late = await cancel(unitId, 'move', { version });
  expect([late.status, ...late.reasons]).toEqual([409, 'record.changed_meanwhile']);
  const commandId = uuidv7();
  const seen = { commandId, version: (await read(unitId)).unit.version };
  const answers = await Promise.all([1, 2, 3].map(() => cancel(unitId, 'move', seen)));
  expect(new Set(answers.map((one) => `${one.status} ${JSON.stringify(one.body)}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(200);
});

test('bad input: another plan, no version, an unknown unit', async () => {
  const unitId = await make();
  expect((await cancel(unitId, 'birth')).status).toBe(400);
  expect((await cancel(unitId, 'move', { version: 0 })).status).toBe(400);
  expect((await cancel(999_999, 'move')).reasons).toEqual(['unit.unknown']);
  expect((await cancel(unitId, 'move', { reason: 'مقلوب \u202e' })).reasons).toEqual(['text.forbidden_characters']);
});

test('the second wall: what has begun is not deleted, whatever the statement says', async () => {
  const unitId = await make();
  const client = await connectClient(server.runtimeUrl, 'tests');
  try {
    await client.query('BEGIN');
    await client.query(
      "SELECT set_config('marsad.action', 'organisation.manage', true), set_config('marsad.action_units', $1, true)",
      [`{${server.unit('C-N')}}`],
    );
    expect((await client.query('DELETE FROM org_unit_placement WHERE unit_id = $1', [unitId])).rowCount).toBe(0);
    await client.query('ROLLBACK');
  } finally {
    await client.end();
  }
});

test('what was changed of a type and of a patrol unit is told to who administers it, and to nobody else', async () => {
  const homeId = server.unit('TRI');
  const made = await call(admin, 'POST', '/organisation/patrol-units', { callSign: 'TOLD-1', homeId });
  const { patrolUnitId } = made.body;
  const renamed = { callSign: 'TOLD-2', homeId, kind: 'patrol', active: true, reason: 'ترقيم جديد' };
  await call(admin, 'PUT', `/organisation/patrol-units/${patrolUnitId}`, renamed);
  const ofPatrol = `/organisation/patrol-units/${patrolUnitId}/changes`;
  const { changes } = (await call(north, 'GET', ofPatrol)).body;
  expect(changes[0]).toMatchObject({ field: 'callSign', oldValue: 'TOLD-1', newValue: 'TOLD-2', reason: 'ترقيم جديد' });
  const there = await call(admin, 'POST', '/organisation/patrol-units', {
    callSign: 'TOLD-3',
    homeId: server.unit('SID'),
  });
  const foreign = await call(north, 'GET', `/organisation/patrol-units/${there.body.patrolUnitId}/changes`);
  expect([foreign.status, ...foreign.reasons]).toEqual([404, 'patrol.unknown']);
  expect((await call(admin, 'GET', '/organisation/patrol-units/999999/changes')).reasons).toEqual(['patrol.unknown']);
  expect((await call(admin, 'GET', '/organisation/patrol-units/many/changes')).status).toBe(400);
  const typeId = server.type('violence.fight');
  const { types } = (await call(admin, 'GET', '/reference/kept')).body;
  const type = types.find((one: { typeId: number }) => one.typeId === typeId);
  await call(admin, 'PUT', `/reference/types/${typeId}`, { ...type, priority: 4, reason: 'تعميم' });
  const ofType = await call(admin, 'GET', `/reference/types/${typeId}/changes`);
  expect(ofType.body.changes).toMatchObject([
    { field: 'priority', oldValue: type.priority, newValue: 4, reason: 'تعميم', authorNameLatin: 'Karim Boustany' },
  ]);
  expect((await call(admin, 'GET', '/reference/types/999999/changes')).reasons).toEqual(['type.absent']);
  const dispatcher = await server.signIn('dispatcher');
  for (const url of [ofPatrol, `/reference/types/${typeId}/changes`])
    expect((await call(dispatcher, 'GET', url)).reasons, url).toEqual(['right.missing']);
});
