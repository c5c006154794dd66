// Two administrators at one record: each of these operations is judged by the version that was read.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { callsOf, daysFromNow, makeRole, names, right, square, takeIn } from '../../../../test/administration.ts';
import { startTestServer, type TestServer } from '../../../../test/server.ts';

let server: TestServer;
let call: ReturnType<typeof callsOf>;
/** The one who is quicker, and the one who looked before. */
let quick: string;
let slow: string;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  call = callsOf(server);
  slow = await server.signIn('admin');
  const actions = ['organisation.manage', 'people.manage', 'role.manage', 'reference.manage'];
  const roleId = await makeRole(
    server,
    slow,
    'second_hand',
    actions.map((action) => right(action, 'everywhere')),
  );
  quick = (await takeIn(server, slow, 'second.hand', roleId, server.unit('PRA'))).cookie;
});
afterAll(() => server.close());

interface Case {
  method: 'PUT' | 'PATCH' | 'POST';
  url: string;
  /** What the screen sends whole; the name, or what the operation is about, differs. */
  body(which: 'quick' | 'slow'): object;
  /** The fields that both change. */
  fields: string[];
  /** What stands of them. */
  read(): Promise<unknown>;
}

async function newUnit(): Promise<number> {
  const code = `X${uuidv7().slice(-8).toUpperCase()}`;
  const made = await call(slow, 'POST', '/organisation/units', {
    ...{ kind: 'station', code, ...names('New'), parentId: server.unit('TRI'), validFrom: '2026-01-01' },
    ...{ population: null, typeCodes: [] },
  });
  return made.body.unitId;
}

const cases: Record<string, () => Promise<Case>> = {
  changeRole: async () => {
    const roleId = await makeRole(server, slow, 'told_twice', [right('incident.read', 'unit')]);
    const rights = [right('incident.read', 'unit')];
    return {
      method: 'PUT',
      url: `/roles/${roleId}`,
      body: (which) => ({ ...names('told_twice'), nameEn: which, rights, active: true }),
      fields: ['nameEn'],
      read: async () =>
        (await call(slow, 'GET', '/roles')).body.roles.find((one: { roleId: number }) => one.roleId === roleId).nameEn,
    };
  },
  changePerson: async () => {
    const roleId = server.organisation.roles.find((one) => one.code === 'call_taker')?.roleId ?? 0;
    const { personId } = await takeIn(server, slow, 'twice.named', roleId, server.unit('TRI'));
    return {
      method: 'PATCH',
      url: `/people/${personId}`,
      body: (which) => ({ nameAr: 'شخص اختبار', nameLatin: which, serviceNumber: '', language: 'ar' }),
      fields: ['nameLatin'],
      read: async () => (await call(slow, 'GET', `/people/${personId}`)).body.person.nameLatin,
    };
  },
  changeUnit: async () => {
    const unitId = await newUnit();
    return {
      method: 'PATCH',
      url: `/organisation/units/${unitId}`,
      body: (which) => ({ ...names('New'), nameEn: which, population: null, typeCodes: [] }),
      fields: ['nameEn'],
      read: async () => (await call(slow, 'GET', `/organisation/units/${unitId}`)).body.unit.nameEn,
    };
  },
  moveUnit: async () => {
    const unitId = await newUnit();
    return {
      method: 'POST',
      url: `/organisation/units/${unitId}/move`,
      body: (which) => ({ parentId: server.unit(which === 'quick' ? 'AKK' : 'ZGH'), from: daysFromNow(9) }),
      fields: ['from', 'parentId'],
      read: async () => (await call(slow, 'GET', `/organisation/units/${unitId}`)).body.placements[0].parentId,
    };
  },
  endUnit: async () => {
    const unitId = await newUnit();
    return {
      method: 'POST',
      url: `/organisation/units/${unitId}/end`,
      body: (which) => ({ lastDay: daysFromNow(which === 'quick' ? 20 : 30) }),
      fields: ['validTo'],
      read: async () => (await call(slow, 'GET', `/organisation/units/${unitId}`)).body.unit.validTo,
    };
  },
  putUnitArea: async () => {
    const unitId = await newUnit();
    return {
      method: 'PUT',
      url: `/organisation/units/${unitId}/area`,
      body: (which) => ({ geojson: square(35.8, 34.4, 0.01), from: daysFromNow(which === 'quick' ? 3 : 5) }),
      fields: ['area'],
      read: async () => (await call(slow, 'GET', `/organisation/units/${unitId}`)).body.areas[0].validFrom,
    };
  },
  changePatrolUnit: async () => {
    const homeId = server.unit('TRI');
    const made = await call(slow, 'POST', '/organisation/patrol-units', { callSign: 'TWICE', homeId });
    const { patrolUnitId } = made.body;
    return {
      method: 'PUT',
      url: `/organisation/patrol-units/${patrolUnitId}`,
      body: (which) => ({ callSign: which, homeId, kind: 'patrol', active: true }),
      fields: ['callSign'],
      read: async () =>
        (await call(slow, 'GET', `/organisation/units/${homeId}/patrol-units?limit=200`)).body.items.find(
          (one: { patrolUnitId: number }) => one.patrolUnitId === patrolUnitId,
        ).callSign,
    };
  },
  changeType: async () => {
    const { types } = (await call(slow, 'GET', '/reference/kept')).body;
    const type = types.find((one: { code: string }) => one.code === 'violence.threat');
    return {
      method: 'PUT',
      url: `/reference/types/${type.typeId}`,
      body: (which) => ({ ...type, version: undefined, nameEn: which }),
      fields: ['nameEn'],
      read: async () =>
        (await call(slow, 'GET', '/reference/kept')).body.types.find(
          (one: { typeId: number }) => one.typeId === type.typeId,
        ).nameEn,
    };
  },
  changeDisposition: async () => {
    const { dispositions } = (await call(slow, 'GET', '/reference/kept')).body;
    const found = dispositions.find((one: { code: string }) => one.code === 'advice');
    return {
      method: 'PUT',
      url: `/reference/dispositions/${found.dispositionId}`,
      body: (which) => ({ ...found, version: undefined, nameEn: which }),
      fields: ['nameEn'],
      read: async () =>
        (await call(slow, 'GET', '/reference/kept')).body.dispositions.find(
          (one: { dispositionId: number }) => one.dispositionId === found.dispositionId,
        ).nameEn,
    };
  },
};

test.each(Object.keys(cases))(
  '%s: what another changed since is a conflict that names who and what, until it is read',
  async (operation) => {
    const made = await cases[operation]?.();
    if (!made) throw new Error(`Expected a case of ${operation}.`);
    const { method, url, body, fields, read } = made;
    const versions = await versionOf(url);
    const send = (cookie: string, which: 'quick' | 'slow', version: number) =>
      call(cookie, method, url, { ...body(which), version });
    expect((await send(quick, 'quick', versions)).status).toBe(200);
    const stands = await read();
    const late = await send(slow, 'slow', versions);
    expect([late.status, ...late.reasons]).toEqual([409, 'record.changed_meanwhile']);
    expect(late.body.parameters.person).toBe('شخص اختبار');
    expect(late.body.parameters.fields.split(', ').sort()).toEqual(fields);
    expect(await read()).toEqual(stands);
    const unknown = await send(slow, 'slow', 1_000_000);
    expect([unknown.status, ...unknown.reasons]).toEqual([422, 'record.version']);
    const none = await call(slow, method, url, { ...body('slow'), version: 'new' });
    expect(none.status).toBe(400);
    // Whoever has read it goes on.
    expect((await send(slow, 'slow', await versionOf(url))).status).toBe(200);
    expect(await read()).not.toEqual(stands);
  },
);

/** The version that the screen of a record shows. */
async function versionOf(url: string): Promise<number> {
  const [, kind, id] = /\/(roles|people|units|patrol-units|types|dispositions)\/([0-9a-f-]+)/.exec(url) ?? [];
  const pick = (list: Record<string, unknown>[], key: string) =>
    list.find((one) => String(one[key]) === id)?.version as number;
  if (kind === 'roles') return pick((await call(slow, 'GET', '/roles')).body.roles, 'roleId');
  if (kind === 'people') return (await call(slow, 'GET', `/people/${id}`)).body.person.version;
  if (kind === 'units') return (await call(slow, 'GET', `/organisation/units/${id}`)).body.unit.version;
  const { types, dispositions } = (await call(slow, 'GET', '/reference/kept')).body;
  if (kind === 'types') return pick(types, 'typeId');
  if (kind === 'dispositions') return pick(dispositions, 'dispositionId');
  const units = await call(slow, 'GET', `/organisation/units/${server.unit('TRI')}/patrol-units?limit=200`);
  return pick(units.body.items, 'patrolUnitId');
}

test('what others changed beside it is no conflict: a unit is renamed while another plans its move', async () => {
  const unitId = await newUnit();
  const url = `/organisation/units/${unitId}`;
  const version = await versionOf(url);
  const move = { parentId: server.unit('AKK'), from: daysFromNow(9), version };
  expect((await call(quick, 'POST', `${url}/move`, move)).status).toBe(200);
  const rename = { ...names('New'), nameEn: 'Renamed', population: null, typeCodes: [], version };
  const renamed = await call(slow, 'PATCH', url, rename);
  expect(renamed.body).toEqual({ version: version + 2, changed: ['nameEn'] });
});

test('repeated: the same change with the version that it was made on is done once and answers the same', async () => {
  const unitId = await newUnit();
  const url = `/organisation/units/${unitId}`;
  const payload = {
    ...{ ...names('New'), nameEn: 'Once', population: null, typeCodes: [] },
    ...{ commandId: uuidv7(), version: await versionOf(url) },
  };
  const answers = await Promise.all([1, 2, 3].map(() => call(slow, 'PATCH', url, payload)));
  expect(new Set(answers.map((one) => `${one.status} ${JSON.stringify(one.body)}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(200);
});
