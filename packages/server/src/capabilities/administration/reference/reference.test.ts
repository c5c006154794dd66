import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { callsOf, makeRole, names, right, takeIn } from '../../../../test/administration.ts';
import { startTestServer, type TestServer } from '../../../../test/server.ts';
import { connectClient } from '../../../platform/db/pools.ts';

let server: TestServer;
let call: ReturnType<typeof callsOf>;
let admin: string;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  call = callsOf(server);
  admin = await server.signIn('admin');
});
afterAll(() => server.close());

interface Kept {
  typeId: number;
  dispositionId: number;
  code: string;
  parentId: number | null;
}
const kept = async (cookie = admin) => (await call(cookie, 'GET', '/reference/kept')).body;
const typeOf = async (code: string) => (await kept()).types.find((type: Kept) => type.code === code);
const fields = (text: string, more: object = {}) => ({
  ...names(text),
  aliases: ['DRN'],
  iccs: '0702',
  attempted: false,
  eido: 'THEFT',
  priority: 2,
  origin: 'reported',
  requiredFields: ['position'],
  ...more,
});

test('works: a type is made in a group, chosen for an incident at once, changed and taken out of use', async () => {
  const group = (await typeOf('theft')).typeId;
  const made = await call(admin, 'POST', '/reference/types', {
    code: 'theft.drone',
    parentId: group,
    ...fields('Drone'),
  });
  expect(made.status, made.reasons.join()).toBe(200);
  const { typeId } = made.body;
  expect(await typeOf('theft.drone')).toMatchObject({
    ...fields('Drone'),
    typeId,
    parentId: group,
    selectable: true,
    active: true,
  });
  const dispatcher = await server.signIn('dispatcher');
  const logged = await call(dispatcher, 'POST', '/incidents', {
    incidentId: uuidv7(),
    roomId: server.unit('TRI'),
    typeId,
    placeText: 'ساحة',
  });
  expect(logged.status, logged.reasons.join()).toBe(200);
  const change = { ...fields('Drone taken'), requiredFields: [], iccs: null, active: false, reason: 'تجربة' };
  const changed = await call(admin, 'PUT', `/reference/types/${typeId}`, change);
  expect(changed.body.changed.sort()).toEqual(['active', 'iccs', 'nameAr', 'nameEn', 'nameFr', 'requiredFields']);
  expect(await typeOf('theft.drone')).toMatchObject({ nameEn: 'Drone taken', iccs: null, active: false });
  const { types } = (await call(dispatcher, 'GET', '/reference')).body;
  expect(types.find((type: Kept) => type.typeId === typeId)).toMatchObject({ active: false, requiredFields: [] });
});

test('works: a group, and a type in it; the group goes out of use after what is in it', async () => {
  const group = await call(admin, 'POST', '/reference/types', { code: 'drones', parentId: null, ...fields('Drones') });
  const parentId = group.body.typeId;
  expect(await typeOf('drones')).toMatchObject({ parentId: null, selectable: false });
  const made = await call(admin, 'POST', '/reference/types', { code: 'drones.seen', parentId, ...fields('Seen') });
  const out = { ...fields('Drones'), active: false };
  const early = await call(admin, 'PUT', `/reference/types/${parentId}`, out);
  expect([early.status, ...early.reasons]).toEqual([409, 'type.group_in_use']);
  await call(admin, 'PUT', `/reference/types/${made.body.typeId}`, { ...fields('Seen'), active: false });
  expect((await call(admin, 'PUT', `/reference/types/${parentId}`, out)).body).toMatchObject({ changed: ['active'] });
});

test('works: a disposition is made, changed and taken out of use', async () => {
  const made = await call(admin, 'POST', '/reference/dispositions', {
    code: 'mediated',
    ...names('Mediated'),
    offenceRecorded: false,
  });
  const { dispositionId } = made.body;
  const changed = await call(admin, 'PUT', `/reference/dispositions/${dispositionId}`, {
    ...names('Mediated'),
    offenceRecorded: true,
    active: false,
  });
  expect(changed.body.changed.sort()).toEqual(['active', 'offenceRecorded']);
  const { dispositions } = await kept();
  expect(dispositions.find((one: Kept) => one.code === 'mediated')).toMatchObject({
    dispositionId,
    offenceRecorded: true,
    active: false,
  });
});

test('refused: without the right, and to change for who administers one force or less', async () => {
  const dispatcher = await server.signIn('dispatcher');
  expect((await call(dispatcher, 'GET', '/reference/kept')).reasons).toEqual(['right.missing']);
  const roleId = await makeRole(server, admin, 'list_keeper', [right('reference.manage', 'centre')]);
  const { cookie } = await takeIn(server, admin, 'list.keeper', roleId, server.unit('C-N'));
  expect((await kept(cookie)).mayChange).toBe(false);
  expect((await kept()).mayChange).toBe(true);
  const type = await typeOf('violence.fight');
  for (const [method, url, payload] of [
    ['POST', '/reference/types', { code: 'x.y', parentId: type.parentId, ...fields('x') }],
    ['PUT', `/reference/types/${type.typeId}`, { ...fields('x'), active: true }],
    ['POST', '/reference/dispositions', { code: 'x', ...names('x'), offenceRecorded: false }],
    ['PUT', '/reference/dispositions/1', { ...names('x'), offenceRecorded: false, active: true }],
  ] as const) {
    const answer = await call(cookie, method, url, payload);
    expect([answer.status, ...answer.reasons], url).toEqual([403, 'role.every_force']);
  }
  expect((await typeOf('violence.fight')).nameEn).toBe(type.nameEn);
});

test('every type that is shipped has a code within that of its group, as rights, filters and figures read it', async () => {
  const { types } = (await kept()) as { types: Kept[] };
  const codes = new Map(types.map((type) => [type.typeId, type.code]));
  for (const { code, parentId } of types)
    expect(code.split('.').slice(0, -1).join('.'), code).toBe(parentId === null ? '' : codes.get(parentId));
});

test('repeated: the same command makes one type', async () => {
  const parentId = (await typeOf('theft')).typeId;
  const payload = { commandId: uuidv7(), code: 'theft.twice', parentId, ...fields('Twice') };
  const answers = await Promise.all(Array.from({ length: 6 }, () => call(admin, 'POST', '/reference/types', payload)));
  expect(new Set(answers.map((answer) => `${answer.status} ${answer.body.typeId}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(200);
});

test('bad input: each is refused with its reason, and nothing is written', async () => {
  const before = await kept();
  const parentId = (await typeOf('theft')).typeId;
  const leaf = (await typeOf('violence.fight')).typeId;
  const type = (more: object) => ({ code: 'theft.new', parentId, ...fields('New'), ...more });
  const disposition = (more: object) => ({ code: 'fresh', ...names('New'), offenceRecorded: false, ...more });
  const cases: [string, 'POST' | 'PUT', object, string][] = [
    ['types', 'POST', type({ code: 'Theft New' }), 'type.code'],
    ['types', 'POST', type({ code: 'violence.fight' }), 'type.code_taken'],
    ['types', 'POST', type({ code: 'violence.new' }), 'type.code_of_group'],
    ['types', 'POST', type({ code: 'theftnew' }), 'type.code_of_group'],
    ['types', 'POST', type({ code: 'theft.new.one' }), 'type.code_of_group'],
    ['types', 'POST', type({ code: 'theft.new', parentId: null }), 'type.code_without_dot'],
    ['types', 'POST', type({ parentId: leaf }), 'type.group'],
    ['types', 'POST', type({ parentId: 999_999 }), 'type.group'],
    ['types', 'POST', type({ iccs: 'murder' }), 'type.iccs'],
    ['types', 'POST', type({ eido: 'assault!' }), 'type.eido'],
    ['types', 'POST', type({ nameAr: ' ' }), 'text.empty'],
    ['types', 'POST', type({ nameFr: 'x\u202e' }), 'text.forbidden_characters'],
    ['types', 'POST', type({ aliases: ['x'.repeat(41)] }), 'text.too_long'],
    [`types/${leaf}`, 'PUT', { ...fields('x'), priority: 9, active: true }, ''],
    [`types/${leaf}`, 'PUT', { ...fields('x'), requiredFields: ['blood_group'], active: true }, ''],
    ['types/999999', 'PUT', { ...fields('x'), active: true }, 'type.absent'],
    ['dispositions', 'POST', disposition({ code: 'Fresh one' }), 'disposition.code'],
    ['dispositions', 'POST', disposition({ code: 'arrest' }), 'disposition.code_taken'],
    ['dispositions', 'POST', disposition({ nameEn: '' }), 'text.empty'],
    ['dispositions/999999', 'PUT', { ...names('x'), offenceRecorded: false, active: true }, 'disposition.absent'],
  ];
  for (const [path, method, payload, reason] of cases) {
    const answer = await call(admin, method, `/reference/${path}`, payload);
    expect([400, 404, 409, 422], `${path} ${reason}`).toContain(answer.status);
    if (reason) expect(answer.reasons, JSON.stringify(payload)).toContain(reason);
  }
  expect(await kept()).toEqual(before);
});

test('every change is in the audit log with field names and no values', async () => {
  const type = await typeOf('violence.threat');
  await call(admin, 'PUT', `/reference/types/${type.typeId}`, { ...type, nameEn: 'Secret threat' });
  const client = await connectClient(server.ownerUrl, 'tests');
  try {
    const found = await client.query(
      "SELECT action, fields FROM audit_entry WHERE subject_kind = 'type' AND subject_id = $1",
      [String(type.typeId)],
    );
    expect(found.rows).toEqual([{ action: 'administration.type_changed', fields: ['nameEn'] }]);
  } finally {
    await client.end();
  }
});
