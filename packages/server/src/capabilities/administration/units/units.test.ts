import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  callsOf,
  centreAdministrator,
  daysFromNow,
  makeRole,
  names,
  right,
  square,
  takeIn,
  today,
} from '../../../../test/administration.ts';
import { startTestServer, type TestServer } from '../../../../test/server.ts';
import { connectClient, createPool } from '../../../platform/db/pools.ts';
import { applyPlacements } from './store.ts';

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

let serial = 0;
const station = (more: object = {}) => {
  serial += 1;
  return {
    kind: 'station',
    code: `NEW-${serial}`,
    ...names(`New ${serial}`),
    parentId: server.unit('TRI'),
    validFrom: '2026-01-01',
    ...more,
  };
};
const make = async (more: object = {}, cookie = admin): Promise<number> => {
  const made = await call(cookie, 'POST', '/organisation/units', station(more));
  expect(made.status, made.reasons.join()).toBe(200);
  return made.body.unitId;
};
const read = async (unitId: number) => (await call(admin, 'GET', `/organisation/units/${unitId}`)).body;

test('works: a unit is made, stands in the tree with its history, and is changed', async () => {
  const unitId = await make({ population: 1200 });
  const { units } = (await call(admin, 'GET', '/organisation/units')).body;
  expect(units.find((unit: { unitId: number }) => unit.unitId === unitId)).toMatchObject({
    kind: 'station',
    parentId: server.unit('TRI'),
    ended: false,
    hasArea: false,
  });
  const changed = await call(admin, 'PATCH', `/organisation/units/${unitId}`, {
    ...names('Renamed'),
    population: 900,
    typeCodes: [],
    reason: 'إعادة تسمية',
  });
  expect(changed.body.changed.sort()).toEqual(['nameAr', 'nameEn', 'nameFr', 'population']);
  const unit = await read(unitId);
  expect(unit.unit).toMatchObject({ nameEn: 'Renamed', population: 900, timeZone: 'Asia/Beirut', practice: true });
  expect(unit.placements).toMatchObject([{ parentId: server.unit('TRI'), validFrom: '2026-01-01', validTo: null }]);
  const population = unit.changes.find(
    (one: { field: string; oldValue: unknown }) => one.field === 'population' && one.oldValue === 1200,
  );
  expect(population).toMatchObject({ newValue: 900, reason: 'إعادة تسمية', authorNameLatin: 'Karim Boustany' });
});

test('a move is dated: the old place ends the day before, a planned one waits for its day', async () => {
  const unitId = await make();
  const moved = await call(admin, 'POST', `/organisation/units/${unitId}/move`, {
    parentId: server.unit('AKK'),
    from: today(),
  });
  expect(moved.body).toEqual({ planned: false });
  expect((await read(unitId)).unit.parentId).toBe(server.unit('AKK'));
  expect((await read(unitId)).placements).toMatchObject([
    { parentId: server.unit('AKK'), validFrom: today(), validTo: null },
    { parentId: server.unit('TRI'), validFrom: '2026-01-01', validTo: daysFromNow(-1) },
  ]);
  const planned = await call(admin, 'POST', `/organisation/units/${unitId}/move`, {
    parentId: server.unit('ZGH'),
    from: daysFromNow(10),
  });
  expect(planned.body).toEqual({ planned: true });
  // Another plan takes the place of the first.
  await call(admin, 'POST', `/organisation/units/${unitId}/move`, {
    parentId: server.unit('BAT'),
    from: daysFromNow(5),
  });
  const { unit, placements } = await read(unitId);
  expect(unit.parentId).toBe(server.unit('AKK'));
  expect(placements).toMatchObject([
    { parentId: server.unit('BAT'), validFrom: daysFromNow(5), validTo: null },
    { parentId: server.unit('AKK'), validFrom: today(), validTo: daysFromNow(4) },
    { parentId: server.unit('TRI') },
  ]);
  const owner = createPool(server.ownerUrl, { max: 1, name: 'tests' });
  await applyPlacements(owner, new Date(Date.now() + 6 * 86_400_000));
  await owner.end();
  await server.sequencer.drain();
  await expect.poll(async () => (await read(unitId)).unit.parentId).toBe(server.unit('BAT'));
});

test('a unit ends when nothing hangs on it; what does is counted in the refusal', async () => {
  const unitId = await make();
  const room = await call(admin, 'POST', `/organisation/units/${server.unit('TRI')}/end`, { lastDay: today() });
  expect(room.status).toBe(409);
  expect(room.reasons).toEqual(['unit.in_use']);
  expect(room.body.title).toMatch(/\d/);
  expect((await read(server.unit('TRI'))).inUse.children).toBeGreaterThan(5);
  const ended = await call(admin, 'POST', `/organisation/units/${unitId}/end`, { lastDay: daysFromNow(-1) });
  expect(ended.body).toEqual({ ended: true });
  const { unit } = await read(unitId);
  expect(unit).toMatchObject({ ended: true, validTo: daysFromNow(-1) });
  const again = await call(admin, 'POST', `/organisation/units/${unitId}/end`, { lastDay: today() });
  expect(again.reasons).toEqual(['unit.ended']);
  // Open incidents hold a room too, whoever may read them.
  const roomId = await make({ kind: 'operations_room', parentId: server.unit('C-N') });
  const commander = await server.signIn('centre');
  const logged = await call(commander, 'POST', '/incidents', {
    incidentId: uuidv7(),
    roomId,
    typeId: server.type('violence.fight'),
    placeText: 'ساحة',
  });
  expect(logged.status).toBe(200);
  expect((await read(roomId)).inUse).toMatchObject({ incidents: 1, children: 0, posts: 0 });
  const busy = await call(admin, 'POST', `/organisation/units/${roomId}/end`, { lastDay: today() });
  expect(busy.reasons).toEqual(['unit.in_use']);
});

test('an area holds from its day; the one before ends, and it is drawn with that of its children', async () => {
  const unitId = await make();
  const url = `/organisation/units/${unitId}/area`;
  const put = await call(admin, 'PUT', url, { geojson: square(35.8, 34.4, 0.02), from: '2026-02-01' });
  expect(put.body).toMatchObject({ positionCount: 5, planned: false });
  const feature = { type: 'Feature', properties: {}, geometry: square(35.81, 34.41, 0.01) };
  await call(admin, 'PUT', url, { geojson: { type: 'FeatureCollection', features: [feature] }, from: today() });
  expect((await read(unitId)).areas).toMatchObject([
    { validFrom: today(), validTo: null, positionCount: 5 },
    { validFrom: '2026-02-01', validTo: daysFromNow(-1) },
  ]);
  const { areas } = (await call(admin, 'GET', `/organisation/units/${server.unit('TRI')}/areas`)).body;
  const own = areas.find((area: { unitId: number }) => area.unitId === unitId);
  expect(own.geometry.coordinates[0][0]).toContainEqual([35.81, 34.41]);
  expect(areas.some((area: { unitId: number }) => area.unitId === server.unit('TRI'))).toBe(true);
});

test('refused: a role without the right neither reads the tree nor writes it', async () => {
  const dispatcher = await server.signIn('dispatcher');
  for (const [method, url] of [
    ['GET', '/organisation/units'],
    ['POST', '/organisation/units'],
  ] as const) {
    const answer = await call(dispatcher, method, url, station());
    expect(answer.status).toBe(403);
    expect(answer.reasons).toEqual(['right.missing']);
  }
});

test('wrong area: an administrator of one centre works under it and nowhere else', async () => {
  const unitId = await make({}, north);
  const { units } = (await call(north, 'GET', '/organisation/units')).body;
  const codes = units.map((unit: { code: string }) => unit.code);
  expect(codes).toContain('AKK');
  expect(codes).not.toContain('SID');
  const outside = await call(north, 'POST', '/organisation/units', station({ parentId: server.unit('SID') }));
  expect([outside.status, ...outside.reasons]).toEqual([404, 'unit.unknown']);
  const away = await call(north, 'POST', `/organisation/units/${unitId}/move`, {
    parentId: server.unit('SID'),
    from: today(),
  });
  expect([away.status, ...away.reasons]).toEqual([404, 'unit.unknown']);
  for (const url of [`/organisation/units/${server.unit('SID')}`, `/organisation/units/${server.unit('SID')}/areas`])
    expect((await call(north, 'GET', url)).status).toBe(404);
  const renamed = await call(north, 'PATCH', `/organisation/units/${server.unit('SID')}`, {
    ...names('x'),
    population: null,
    typeCodes: [],
  });
  expect(renamed.status).toBe(404);
});

test('wrong area: through a unit nobody gives its posts more than they administer: neither types nor another centre', async () => {
  const keepers = await makeRole(server, admin, 'unit_keeper', [right('organisation.manage', 'unit')]);
  const { cookie } = await takeIn(server, admin, 'unit.keeper', keepers, server.unit('D-TRF'));
  const department = await make({ kind: 'department', parentId: server.unit('D-TRF'), typeCodes: ['traffic'] });
  const officers = server.organisation.roles.find((role) => role.code === 'department_officer')?.roleId ?? 0;
  await takeIn(server, admin, 'traffic.branch', officers, department);
  const change = (codes: string[], as = cookie) =>
    call(as, 'PATCH', `/organisation/units/${department}`, { ...names('Branch'), population: null, typeCodes: codes });
  // Officers of the department work its types in every room of the force.
  const wider = await change(['traffic', 'violence']);
  expect([wider.status, ...wider.reasons]).toEqual([403, 'unit.posts_beyond']);
  expect((await read(department)).unit.typeCodes).toEqual(['traffic']);
  expect((await change(['traffic'])).status).toBe(200);
  expect((await change(['traffic', 'violence'], admin)).status).toBe(200);
  expect((await change(['traffic'])).body).toMatchObject({ changed: ['typeCodes'] });

  // Two rooms of different centres are theirs; what an analyst at a station reads is the whole centre.
  const two = await takeIn(server, admin, 'two.rooms', keepers, server.unit('TRI'));
  const post = { postId: uuidv7(), roleId: keepers, unitId: server.unit('SID'), validFrom: '2026-01-01' };
  expect((await call(admin, 'POST', `/people/${two.personId}/posts`, post)).status).toBe(200);
  const readers = await makeRole(server, admin, 'centre_reader', [right('incident.read', 'centre')]);
  const manned = await make();
  await takeIn(server, admin, 'centre.reader', readers, manned);
  const move = (unitId: number) =>
    call(two.cookie, 'POST', `/organisation/units/${unitId}/move`, { parentId: server.unit('SID'), from: today() });
  const moved = await move(manned);
  expect([moved.status, ...moved.reasons]).toEqual([403, 'unit.posts_beyond']);
  expect((await read(manned)).unit.parentId).toBe(server.unit('TRI'));
  const empty = await move(await make());
  expect(empty.status, empty.reasons.join()).toBe(200);
});

test('repeated: the same command makes one unit and gives one answer', async () => {
  const payload = { commandId: uuidv7(), ...station() };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => call(admin, 'POST', '/organisation/units', payload)),
  );
  expect(new Set(answers.map((answer) => `${answer.status} ${answer.body.unitId}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(200);
  const other = await call(admin, 'POST', '/organisation/units', { ...payload, nameEn: 'Other' });
  expect([other.status, ...other.reasons]).toEqual([409, 'command.id_used']);
});

test('bad input: each is refused with its reason, and nothing is written', async () => {
  const before = (await call(admin, 'GET', '/organisation/units')).body.units.length;
  const unitId = server.unit('TRI-1');
  const cases: [string, 'POST' | 'PUT' | 'PATCH', object, string][] = [
    ['', 'POST', station({ nameAr: '' }), 'text.empty'],
    ['', 'POST', station({ nameEn: 'x'.repeat(121) }), 'text.too_long'],
    ['', 'POST', station({ nameFr: 'bell \u0007' }), 'text.forbidden_characters'],
    ['', 'POST', station({ nameAr: 'مقلوب \u202e' }), 'text.forbidden_characters'],
    ['', 'POST', station({ code: 'tri 1' }), 'unit.code'],
    ['', 'POST', station({ code: 'TRI' }), 'unit.code_taken'],
    ['', 'POST', station({ parentId: server.unit('C-N') }), 'unit.parent_kind'],
    ['', 'POST', station({ parentId: 999_999 }), 'unit.unknown'],
    ['', 'POST', station({ validFrom: '2026-02-30' }), 'date.invalid'],
    ['', 'POST', station({ validFrom: '1066-10-14' }), 'date.invalid'],
    ['', 'POST', station({ timeZone: 'Mars/Olympus' }), 'unit.time_zone'],
    ['', 'POST', station({ typeCodes: ['no.such'] }), 'type.unknown'],
    [`/${unitId}/move`, 'POST', { parentId: unitId, from: today() }, 'unit.loop'],
    [`/${server.unit('TRI')}/move`, 'POST', { parentId: unitId, from: today() }, 'unit.loop'],
    [`/${unitId}/move`, 'POST', { parentId: server.unit('TRI'), from: today() }, 'unit.same_parent'],
    [`/${unitId}/move`, 'POST', { parentId: server.unit('AKK'), from: '1900-01-01' }, 'unit.move_order'],
    [`/${server.unit('PRA')}/move`, 'POST', { parentId: server.unit('HQ'), from: today() }, 'unit.force_stays'],
    [`/${server.unit('PRA')}/end`, 'POST', { lastDay: today() }, 'unit.force_stays'],
    [`/${unitId}/area`, 'PUT', { geojson: square(2.3, 48.8, 0.1), from: today() }, 'area.outside_force'],
    [`/${unitId}/area`, 'PUT', { geojson: { type: 'Point', coordinates: [35, 34] }, from: today() }, 'area.no_polygon'],
    [
      `/${unitId}/area`,
      'PUT',
      { geojson: { type: 'Polygon', coordinates: [[[35, 34]]] }, from: today() },
      'area.drawn_wrong',
    ],
    [`/${unitId}/area`, 'PUT', { geojson: 'text', from: today() }, 'area.no_polygon'],
    [
      `/${unitId}/area`,
      'PUT',
      {
        geojson: { type: 'Polygon', coordinates: [Array.from({ length: 60_001 }, () => [35.8, 34.4])] },
        from: today(),
      },
      'area.too_detailed',
    ],
    [`/${unitId}/area`, 'PUT', { geojson: square(35.8, 34.4, 0.01), from: '1900-01-01' }, 'area.order'],
  ];
  for (const [path, method, payload, reason] of cases) {
    const answer = await call(admin, method, `/organisation/units${path}`, payload);
    expect([400, 404, 409, 413, 422], reason).toContain(answer.status);
    expect(answer.reasons, JSON.stringify(payload).slice(0, 200)).toContain(reason);
  }
  expect((await call(admin, 'GET', '/organisation/units')).body.units.length).toBe(before);
});

test('every change is in the audit log as administration, with field names and no values', async () => {
  const unitId = await make();
  const client = await connectClient(server.ownerUrl, 'tests');
  try {
    const found = await client.query(
      "SELECT kind, fields, value_digest FROM audit_entry WHERE subject_kind = 'unit' AND subject_id = $1",
      [String(unitId)],
    );
    expect(found.rows).toMatchObject([{ kind: 'administration', fields: expect.arrayContaining(['nameAr', 'code']) }]);
    expect(JSON.stringify(found.rows[0].fields)).not.toContain('New');
  } finally {
    await client.end();
  }
});

test('the second wall holds without the first: the runtime role alone changes no unit, person, post or role', async () => {
  const client = await connectClient(server.runtimeUrl, 'tests');
  const attempts = [
    "UPDATE org_unit SET name_en = 'x'",
    "UPDATE person SET name_latin = 'x'",
    "UPDATE post SET valid_to = '2020-01-01'",
    "UPDATE role SET rights = '[]'",
    'UPDATE incident_type SET priority = 1',
  ];
  try {
    for (const attempt of attempts) expect((await client.query(attempt)).rowCount, attempt).toBe(0);
    // With a scope and an action, but for units of another centre.
    await client.query('BEGIN');
    await client.query(
      "SELECT set_config('marsad.action', 'organisation.manage', true), set_config('marsad.action_units', $1, true)",
      [`{${server.unit('C-N')}}`],
    );
    const rename = 'UPDATE org_unit SET name_en = name_en WHERE code = $1';
    expect((await client.query(rename, ['SID'])).rowCount).toBe(0);
    expect((await client.query(rename, ['TRI-1'])).rowCount).toBe(1);
    await expect(
      client.query('UPDATE org_unit SET parent_id = $1 WHERE unit_id = $2', [server.unit('SID'), server.unit('TRI-1')]),
    ).rejects.toMatchObject({ code: '42501' });
    await client.query('ROLLBACK');
  } finally {
    await client.end();
  }
});
