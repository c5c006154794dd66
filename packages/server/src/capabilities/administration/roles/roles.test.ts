import { parse } from 'csv-parse/sync';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  callsOf,
  centreAdministrator,
  daysFromNow,
  makeRole,
  names,
  right,
  takeIn,
} from '../../../../test/administration.ts';
import { follow } from '../../../../test/follow.ts';
import { Room } from '../../../../test/room.ts';
import { startTestServer, type TestServer } from '../../../../test/server.ts';
import { sheetsOf } from '../../../../test/sheets.ts';

let server: TestServer;
let call: ReturnType<typeof callsOf>;
let admin: string;
let room: Room;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  call = callsOf(server);
  admin = await server.signIn('admin');
  room = new Room(server);
  await room.signIn('dispatcher');
});
afterAll(() => server.close());

const roleOf = async (roleId: number) =>
  (await call(admin, 'GET', '/roles')).body.roles.find((one: { roleId: number }) => one.roleId === roleId);

async function log(typeCode: string, roomCode: string): Promise<string> {
  const incidentId = uuidv7();
  const logged = await call(await server.signIn(roomCode === 'AKK' ? 'akkar' : 'dispatcher'), 'POST', '/incidents', {
    incidentId,
    roomId: server.unit(roomCode),
    typeId: server.type(typeCode),
    placeText: 'مكان',
  });
  expect(logged.status).toBe(200);
  return incidentId;
}

const idsOf = (items: { incidentId: string }[]) => items.map((one) => one.incidentId);

/** Lists, counts and searches hold what the role may read, and that alone. */
async function listsHold(cookie: string, seen: string, hidden: string): Promise<void> {
  const list = (await call(cookie, 'GET', '/incidents')).body;
  expect(idsOf(list.items)).toEqual([seen]);
  expect((await call(cookie, 'GET', '/incidents/count')).body).toEqual({ count: 1, more: false });
  const found = (await call(cookie, 'POST', '/incidents/search', { words: 'مكان' })).body;
  expect([idsOf(found.items), found.found]).toEqual([[seen], { count: 1, more: false }]);
  // Both are there for who reads the room.
  const akkar = await server.signIn('akkar');
  const whole = (await call(akkar, 'GET', `/incidents?unitIds[0]=${server.unit('AKK')}`)).body;
  expect(idsOf(whole.items).sort()).toEqual([seen, hidden].sort());
}

/** What hangs on a record is read where the record is. */
async function recordHolds(cookie: string, seen: string, hidden: string): Promise<void> {
  const akkar = await server.signIn('akkar');
  for (const [incidentId, status] of [
    [seen, 200],
    [hidden, 404],
  ] as const) {
    const attachment = `/incidents/${incidentId}/attachments/${uuidv7()}`;
    const added = await server.http.inject({
      method: 'PUT',
      url: `/api${attachment}?name=a.txt`,
      headers: { cookie: akkar, 'content-type': 'application/octet-stream' },
      payload: Buffer.from('text'),
    });
    expect(added.statusCode, added.body).toBe(200);
    const read = await server.http.inject({ method: 'GET', url: `/api${attachment}`, headers: { cookie } });
    expect(read.statusCode, attachment).toBe(status);
    for (const part of ['timeline', 'changes'])
      expect((await call(cookie, 'GET', `/incidents/${incidentId}/${part}`)).status, part).toBe(status);
  }
}

/** The file that leaves holds what the list holds, as CSV and as a workbook. */
async function filesHold(cookie: string, seen: string): Promise<void> {
  const asked = { recipient: 'المحامي العام', reason: 'طلب خطي' };
  const take = (format: string) =>
    server.http.inject({
      method: 'POST',
      url: '/api/incidents/export',
      headers: { cookie },
      payload: { format, ...asked },
    });
  const csv = await take('csv');
  expect(csv.statusCode, csv.body).toBe(200);
  const rows: string[][] = parse(csv.body, { bom: true });
  expect(rows.slice(1).map((row) => row.at(-1))).toEqual([seen]);
  const xlsx = await take('xlsx');
  expect(xlsx.statusCode).toBe(200);
  const [sheet] = await sheetsOf(xlsx.rawPayload);
  const ids = sheet?.getColumn(sheet.columnCount).values.filter((value) => value !== undefined && value !== null);
  expect(ids?.slice(1)).toEqual([seen]);
}

test('a role made by the operation works on the board, in a record, in search, in the stream, in figures and in exports, without a line of code', async () => {
  // Reads and counts one type in every room of the force from a department: a scope of pairs that no shipped role has.
  const roleId = await makeRole(server, admin, 'knife_desk', [
    right('incident.read', 'force', ['violence.knives']),
    right('analysis.read', 'force', ['violence.knives']),
    right('incident.export', 'force', ['violence.knives']),
  ]);
  const { cookie, personId } = await takeIn(server, admin, 'knife.desk', roleId, server.unit('D-JUD'));
  const seen = await log('violence.knives', 'AKK');
  const hidden = await log('violence.fight', 'AKK');
  const board = (await call(cookie, 'GET', `/board/${server.unit('AKK')}`)).body;
  expect(board.incidents.map((one: { incidentId: string }) => one.incidentId)).toEqual([seen]);
  expect((await call(cookie, 'GET', `/incidents/${seen}`)).status).toBe(200);
  expect((await call(cookie, 'GET', `/incidents/${hidden}`)).status).toBe(404);
  // Searching for what resembles a new call finds what the role may read, and that alone.
  const alike = `/likely-duplicates?roomId=${server.unit('AKK')}&placeText=${encodeURIComponent('مكان')}`;
  const found = (await call(cookie, 'GET', alike)).body.incidents;
  expect(found.map((one: { incidentId: string }) => one.incidentId)).toEqual([seen]);
  const all = (await call(await server.signIn('akkar'), 'GET', alike)).body.incidents;
  expect(all).toHaveLength(2);
  await listsHold(cookie, seen, hidden);
  await recordHolds(cookie, seen, hidden);
  await filesHold(cookie, seen);

  await server.martCaughtUp();
  const day = new Date();
  const measure = {
    what: 'incidents',
    statistic: 'count',
    filters: {
      from: new Date(day.getTime() - 86_400_000).toISOString().slice(0, 10),
      to: new Date(day.getTime() + 86_400_000).toISOString().slice(0, 10),
    },
  };
  const figure = await call(cookie, 'POST', '/analysis/measure', { measure });
  expect(figure.status, JSON.stringify(figure.body)).toBe(200);
  expect(figure.body.result.total.value).toBe(1);
  // What the role counts it may take out, and the log says so.
  const leaving = { subject: 'overview.weeks', format: 'csv', rows: 1 };
  expect((await call(cookie, 'POST', '/disclosures', { ...leaving, unitId: server.unit('AKK') })).status).toBe(200);
  const read = await call(
    await server.signIn('inspector'),
    'GET',
    '/audit/entries?userName=knife.desk&kind=disclosure',
  );
  // The newest first: the figure, the two lists, and the attachment that was read.
  expect(read.body.items.map((one: { action: string }) => one.action)).toEqual([
    'export.csv',
    'incident.exported',
    'incident.exported',
    'incident.attachment_read',
  ]);

  const stream = await follow(server, cookie, room);
  await log('violence.fight', 'AKK');
  const next = await log('violence.knives', 'TRI');
  await expect.poll(() => stream.ids()).toContain(next);
  expect(stream.ids()).toEqual([next]);
  // The post ended: the open stream ends with it, at once, and nothing more comes.
  const posts = (await call(admin, 'GET', `/people/${personId}`)).body.posts;
  await call(admin, 'POST', `/people/${personId}/posts/${posts[0].postId}/end`, { lastDay: daysFromNow(-1) });
  await stream.ended;
  expect(stream.text()).toContain('event: reload');
  expect((await call(cookie, 'GET', `/board/${server.unit('AKK')}`)).status).toBe(403);
  stream.close();
});

test('works: rights that change hold for everybody with the role, at once; out of use it gives nothing', async () => {
  const roleId = await makeRole(server, admin, 'reader', [right('incident.read', 'unit')]);
  const { cookie } = await takeIn(server, admin, 'reader.one', roleId, server.unit('TRI'));
  const board = () => call(cookie, 'GET', `/board/${server.unit('TRI')}`);
  expect((await board()).status).toBe(200);
  expect(await roleOf(roleId)).toMatchObject({ code: 'reader', shipped: false, active: true, holders: 1 });
  const body = { ...names('Reader'), rights: [right('incident.note', 'unit')], active: true, reason: 'تجربة' };
  expect((await call(admin, 'PUT', `/roles/${roleId}`, body)).body.changed).toEqual(expect.arrayContaining(['rights']));
  expect((await board()).status).toBe(403);
  await call(admin, 'PUT', `/roles/${roleId}`, { ...body, rights: [right('incident.read', 'unit')], active: false });
  expect((await board()).status).toBe(403);
  await call(admin, 'PUT', `/roles/${roleId}`, { ...body, rights: [right('incident.read', 'unit')] });
  expect((await board()).status).toBe(200);
});

test('refused and wrong area: who administers one centre reads roles to give them, and changes none', async () => {
  const north = await centreAdministrator(server, admin);
  expect((await call(north.cookie, 'GET', '/roles')).status).toBe(200);
  const body = { code: 'mine', ...names('Mine'), rights: [] };
  const made = await call(north.cookie, 'POST', '/roles', body);
  expect([made.status, ...made.reasons]).toEqual([403, 'right.missing']);
  // Even with the right, over one centre only: roles hold in every force.
  const roleId = await makeRole(server, admin, 'centre_roles', [right('role.manage', 'centre')]);
  const { cookie } = await takeIn(server, admin, 'centre.roles', roleId, server.unit('C-N'));
  const beyond = await call(cookie, 'POST', '/roles', body);
  expect([beyond.status, ...beyond.reasons]).toEqual([403, 'role.every_force']);
});

test('the right to administer cannot be taken out of the last role that gives it', async () => {
  const role = server.organisation.roles.find((one) => one.code === 'administrator');
  const { nameAr, nameEn, nameFr, roleId } = role as NonNullable<typeof role>;
  const rest = (role?.rights ?? []).filter((one) => one.action !== 'people.manage');
  const body = { nameAr, nameEn, nameFr, rights: rest, active: true };
  const without = await call(admin, 'PUT', `/roles/${roleId}`, body);
  expect([without.status, ...without.reasons]).toEqual([409, 'post.own_last']);
  const inactive = await call(admin, 'PUT', `/roles/${roleId}`, { ...body, rights: role?.rights, active: false });
  expect([inactive.status, ...inactive.reasons]).toEqual([409, 'post.own_last']);
  expect((await call(admin, 'GET', '/people')).status).toBe(200);
});

test('nobody gives themselves more: a role that one holds is widened by another, and may be narrowed', async () => {
  const role = server.organisation.roles.find((one) => one.code === 'administrator');
  const { nameAr, nameEn, nameFr, roleId, rights } = role as NonNullable<typeof role>;
  const wider = [...rights, right('people.read', 'everywhere')];
  const body = { nameAr, nameEn, nameFr, rights: wider, active: true };
  const own = await call(admin, 'PUT', `/roles/${roleId}`, body);
  expect([own.status, ...own.reasons]).toEqual([403, 'role.own']);
  expect((await roleOf(roleId)).rights).toHaveLength(rights.length);
  const keeper = await makeRole(server, admin, 'role_keeper', [right('role.manage', 'everywhere')]);
  const { cookie } = await takeIn(server, admin, 'role.keeper', keeper, server.unit('PRA'));
  expect((await call(cookie, 'PUT', `/roles/${roleId}`, body)).status).toBe(200);
  expect((await roleOf(roleId)).rights).toHaveLength(wider.length);
  expect((await call(admin, 'PUT', `/roles/${roleId}`, { ...body, rights })).status).toBe(200);
});

test('repeated: the same command makes one role', async () => {
  const payload = { commandId: uuidv7(), code: 'once', ...names('Once'), rights: [] };
  const answers = await Promise.all(Array.from({ length: 5 }, () => call(admin, 'POST', '/roles', payload)));
  expect(new Set(answers.map((one) => `${one.status} ${one.body.roleId}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(200);
});

test('bad input: each is refused with its reason, and no role is written', async () => {
  const input = (more: object) => ({ code: 'bad_role', ...names('Bad'), rights: [], ...more });
  const read = right('incident.read', 'unit');
  const cases: [object, string | null][] = [
    [{ code: 'Bad Role' }, 'role.code'],
    [{ code: 'dispatcher' }, 'role.code_taken'],
    [{ nameAr: '' }, 'text.empty'],
    [{ nameFr: 'x'.repeat(121) }, 'text.too_long'],
    [{ nameEn: 'turned \u202e' }, 'text.forbidden_characters'],
    [{ rights: [right('incident.destroy', 'unit')] }, 'right.unknown'],
    [{ rights: [right('session.self', 'unit')] }, 'right.unknown'],
    [{ rights: [read, read] }, 'right.twice'],
    [{ rights: [right('incident.read', 'unit', ['violence.fight'], true)] }, 'right.own_types'],
    [{ rights: [right('incident.read', 'unit', 'post', true)] }, 'right.own_types'],
    [{ rights: [right('incident.read', 'unit', ['no.such'])] }, 'type.unknown'],
    [{ rights: [right('incident.read', 'galaxy')] }, null],
    [{ rights: [{ ...read, own: 'yes' }] }, null],
    [{ rights: Array.from({ length: 301 }, () => read) }, null],
  ];
  for (const [more, reason] of cases) {
    const answer = await call(admin, 'POST', '/roles', input(more));
    expect([400, 409, 422], JSON.stringify(more).slice(0, 100)).toContain(answer.status);
    if (reason) expect(answer.reasons).toContain(reason);
  }
  const { roles } = (await call(admin, 'GET', '/roles')).body;
  expect(roles.some((one: { code: string }) => one.code === 'bad_role')).toBe(false);
});

test('what a role was is told change by change, to who manages roles; of no other role, to nobody else', async () => {
  const roleId = await makeRole(server, admin, 'told_role', [right('incident.read', 'unit')]);
  const rights = [right('incident.read', 'force')];
  await call(admin, 'PUT', `/roles/${roleId}`, { ...names('told_role'), rights, active: true, reason: 'أمر خدمة 12' });
  const { changes } = (await call(admin, 'GET', `/roles/${roleId}/changes`)).body;
  // What one command changed stands in no order.
  const given = changes.find((one: { reason: string | null }) => one.reason !== null);
  expect(given).toMatchObject({
    field: 'rights',
    oldValue: [right('incident.read', 'unit')],
    newValue: rights,
    reason: 'أمر خدمة 12',
  });
  expect(changes.map((one: { field: string }) => one.field).sort()).toEqual(
    ['code', 'nameAr', 'nameEn', 'nameFr', 'rights', 'rights'].sort(),
  );
  const missing = await call(admin, 'GET', '/roles/999999/changes');
  expect([missing.status, ...missing.reasons]).toEqual([404, 'role.unknown']);
  expect((await call(admin, 'GET', '/roles/many/changes')).status).toBe(400);
  const officer = await call(await server.signIn('dispatcher'), 'GET', `/roles/${roleId}/changes`);
  expect([officer.status, ...officer.reasons]).toEqual([403, 'right.missing']);
});
