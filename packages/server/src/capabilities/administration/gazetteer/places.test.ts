// The gazetteer as rooms use it: a dump brought in, places found however they are written, landmarks of the force's own.
import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../../test/server.ts';
import { connectClient } from '../../../platform/db/pools.ts';
import { findTerminalActor } from '../accounts/find-terminal-actor.ts';
import { importPlaces } from './import-places.ts';

const shared = process.env.MARSAD_SHARED ?? path.resolve(import.meta.dirname, '../../../../../../../shared');
const dump = path.join(shared, 'data/lebanon/geonames-LB.txt.gz');
let server: TestServer;
const cookies = new Map<string, string>();
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  for (const name of ['admin', 'dispatcher', 'calltaker', 'akkar', 'inspector'])
    cookies.set(name, await server.signIn(name));
});
afterAll(() => server.close());

type Method = 'GET' | 'POST' | 'PUT';
const call = async (userName: string, method: Method, url: string, payload?: object) => {
  const headers = { cookie: cookies.get(userName) ?? '' };
  const answer = await server.http.inject({ method, url, headers, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.json() };
};
const search = async (text: string, userName = 'calltaker', room = 'TRI') => {
  const query = new URLSearchParams({ text, roomId: String(server.unit(room)) });
  return (await call(userName, 'GET', `/api/places/search?${query}`)).body.places ?? [];
};
const query = async (sql: string, values: unknown[] = []) => {
  const client = await connectClient(server.ownerUrl, 'test');
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
};
const bakery = (more: object = {}) => ({
  commandId: uuidv7(),
  unitId: server.unit('TRI'),
  nameAr: 'فرن النجمة',
  nameEn: 'Star bakery',
  aliases: [
    { name: 'قبالة الفرن', language: 'ar' },
    { name: 'Boulangerie de l’Étoile', language: 'fr' },
  ],
  kind: 'shop',
  longitude: 35.84,
  latitude: 34.43,
  ...more,
});

/** One line of a GeoNames dump, as their readme orders the columns. */
const line = (id: number, name: string, alternates: string, latitude: number, longitude: number, population = 0) =>
  [
    id,
    name,
    name,
    alternates,
    latitude,
    longitude,
    'P',
    'PPL',
    'LB',
    '',
    '05',
    '',
    '',
    '',
    population,
    '',
    0,
    'Asia/Beirut',
    '2020-01-01',
  ].join('\t');
const bringIn = async (text: string, box: number[] | null = null) => {
  const actor = await findTerminalActor(server.runner.db, server.directory, undefined);
  if (!actor) throw new Error('Expected an administrator, got none.');
  return importPlaces(server.runner, { source: [Buffer.from(text)], box, actor });
};

test('out of the box: the towns of the practice force are found in three languages and however they are written', async () => {
  for (const text of ['طرابلس', 'Tripoli', 'trablous', 'طرابُلس', 'طرابـلس'])
    expect((await search(text))[0], text).toMatchObject({ nameAr: 'طرابلس', own: false });
  for (const text of ['جونية', 'جونيه', 'Jounié', 'jounieh'])
    expect((await search(text))[0], text).toMatchObject({ nameAr: 'جونيه' });
  // Typed letter by letter, and with what comes after the name.
  expect((await search('بعل'))[0]).toMatchObject({ nameAr: 'بعلبك' });
  expect((await search('زحلة، قرب النهر'))[0]).toMatchObject({ nameAr: 'زحلة' });
  expect(await search('ز')).toEqual([]);
  expect(await search('لا مكان كهذا أبداً')).toEqual([]);
});

test('a dump: added, the same again changes nothing, a changed place is updated, a bad line is told', async () => {
  const first = [
    line(9_000_001, 'Hayy at Tamrin', 'حي التمرين', 34.44, 35.83),
    line(9_000_002, 'Far away', '', 10, 10),
    'not a line',
  ];
  expect(await bringIn(first.join('\n'), [35, 33, 37, 35])).toMatchObject({
    lines: 3,
    added: 1,
    outside: 1,
    refused: 1,
  });
  expect((await search('حيّ التمرين'))[0]).toMatchObject({ nameAr: 'حي التمرين', radiusMetres: 500 });
  expect((await search('hay el tamrin'))[0]).toMatchObject({ nameAr: 'حي التمرين' });
  expect(await bringIn(first.join('\n'), [35, 33, 37, 35])).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  const changed = line(9_000_001, 'Hayy at Tamrin', 'حي التدريب', 34.44, 35.83);
  expect(await bringIn(changed)).toMatchObject({ added: 0, changed: 1 });
  expect((await search('حي التدريب'))[0]).toMatchObject({ nameAr: 'حي التدريب' });
  const names = await query(
    `SELECT name FROM place_name JOIN place USING (place_id) WHERE source_id = '9000001' ORDER BY name_id`,
  );
  expect(names).toEqual([{ name: 'حي التدريب' }, { name: 'Hayy at Tamrin' }]);
  expect(await query(`SELECT kind FROM audit_entry WHERE action = 'gazetteer.import' LIMIT 1`)).toEqual([
    { kind: 'collection' },
  ]);
});

test.skipIf(!existsSync(dump))(
  'the Lebanese dump comes in whole and again as nothing (skips without MARSAD_SHARED)',
  async () => {
    const actor = await findTerminalActor(server.runner.db, server.directory, undefined);
    if (!actor) throw new Error('Expected an administrator, got none.');
    const run = () => importPlaces(server.runner, { source: createReadStream(dump), box: null, actor });
    const first = await run();
    expect(first).toMatchObject({ lines: 24_597, refused: 0 });
    // The towns that stood already are the same places, by the number GeoNames gave them.
    expect(first.changed).toBeGreaterThan(30);
    expect(await run()).toMatchObject({ added: 0, changed: 0, unchanged: first.added + first.changed });
    const twice = await query('SELECT source_id FROM place GROUP BY source, source_id HAVING count(*) > 1');
    expect(twice).toEqual([]);
    for (const [typed, found] of [
      ['زحلة', /^زحل[ةه]$/],
      ['Zahle', /^زحل[ةه]$/],
      ['ba3labak', /^بعلبك$/],
      ['bourj hammoud', /^برج حمود$/],
      ['النبطيه', /^النبطي/],
      ['mina', /^الإسكلة$/],
    ] as const) {
      const places = await search(typed);
      expect(places.length).toBeLessThanOrEqual(10);
      expect(
        places.some((one: { nameAr: string | null }) => found.test(one.nameAr ?? '')),
        typed,
      ).toBe(true);
    }
  },
);

test('a landmark: added by a room, found by its aliases across the force, changed with its history, taken out of use', async () => {
  const added = await call('dispatcher', 'POST', '/api/places', bakery());
  expect(added).toMatchObject({ status: 200, body: { version: 1 } });
  const { placeId } = added.body;
  for (const text of ['فرن النجمه', 'star bak', 'قبالة الفرن', 'boulangerie'])
    expect((await search(text, 'akkar', 'AKK'))[0], text).toMatchObject({ placeId, own: true, radiusMetres: 50 });
  const kept = (await call('calltaker', 'GET', `/api/places/kept/${server.unit('TRI')}`)).body.places;
  expect(kept[0]).toMatchObject({ placeId, own: true });
  const own = (await call('dispatcher', 'GET', '/api/places/own')).body;
  expect(own.items[0]).toMatchObject({
    placeId,
    nameEn: 'Star bakery',
    aliases: [
      { name: 'قبالة الفرن', language: 'ar' },
      { name: 'Boulangerie de l’Étoile', language: 'fr' },
    ],
  });
  const change = { ...bakery({ nameEn: 'Moon bakery' }), version: 1 };
  expect(await call('dispatcher', 'PUT', `/api/places/${placeId}`, change)).toMatchObject({
    status: 200,
    body: { version: 2 },
  });
  const stale = await call('dispatcher', 'PUT', `/api/places/${placeId}`, { ...change, commandId: uuidv7() });
  expect(stale).toMatchObject({ status: 409, body: { reason: 'place.changed' } });
  expect((await search('moon bakery'))[0]).toMatchObject({ placeId });
  expect((await search('star bakery'))[0]?.matched).not.toBe('Star bakery');
  const gone = { ...bakery(), version: 2, active: false };
  expect((await call('dispatcher', 'PUT', `/api/places/${placeId}`, gone)).status).toBe(200);
  expect((await search('فرن النجمة')).map((one: { placeId: number }) => one.placeId)).not.toContain(placeId);
  expect(await query('SELECT version FROM place_change WHERE place_id = $1 ORDER BY version', [placeId])).toEqual([
    { version: 1 },
    { version: 2 },
    { version: 3 },
  ]);
});

test('refused, and wrong area: who may not manage places adds none; another room changes none; another force sees none', async () => {
  expect(await call('inspector', 'POST', '/api/places', bakery())).toMatchObject({
    status: 403,
    body: { reason: 'right.missing' },
  });
  expect(await call('akkar', 'POST', '/api/places', bakery())).toMatchObject({
    status: 403,
    body: { reason: 'area.outside' },
  });
  const { placeId } = (await call('dispatcher', 'POST', '/api/places', bakery())).body;
  const change = { ...bakery({ unitId: undefined }), version: 1 };
  expect(await call('akkar', 'PUT', `/api/places/${placeId}`, change)).toMatchObject({
    status: 404,
    body: { reason: 'place.unknown' },
  });
  expect((await call('akkar', 'GET', `/api/places/search?text=star&roomId=${server.unit('TRI')}`)).status).toBe(404);
  // The second wall alone: the place moved to another force is no longer seen.
  await query(
    `INSERT INTO org_unit (unit_id, kind, code, name_ar, name_en, name_fr, force_id, time_zone) VALUES (99901, 'force', 'OTH', 'قوة أخرى', 'Other', 'Autre', 99901, 'UTC')`,
  );
  await query('UPDATE place SET force_id = 99901, unit_id = 99901 WHERE place_id = $1', [placeId]);
  expect((await search('فرن النجمة')).map((one: { placeId: number }) => one.placeId)).not.toContain(placeId);
  expect((await call('dispatcher', 'PUT', `/api/places/${placeId}`, { ...change, commandId: uuidv7() })).status).toBe(
    404,
  );
});

test('repeated: the same command, ten at once, adds one place', async () => {
  const payload = bakery({ nameAr: 'فرن التكرار' });
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => call('dispatcher', 'POST', '/api/places', payload)),
  );
  expect(new Set(answers.map((one) => one.body.placeId)).size).toBe(1);
  expect(await query(`SELECT count(*) AS n FROM place WHERE name_ar = 'فرن التكرار'`)).toEqual([{ n: 1 }]);
});

test('bad input: no name, outside the force, override characters, a made-up cursor', async () => {
  const cases: [object, string][] = [
    [{ nameAr: '', nameEn: '' }, 'place.name_missing'],
    [{ nameAr: '...', nameEn: undefined }, 'place.name_missing'],
    [{ longitude: 2.35, latitude: 48.85 }, 'place.outside_force'],
    [{ nameAr: 'مقلوب \u202e نص' }, 'text.forbidden_characters'],
    [{ aliases: [{ name: '' }] }, 'text.empty'],
  ];
  for (const [wrong, reason] of cases) {
    const { status, body } = await call('dispatcher', 'POST', '/api/places', bakery(wrong));
    expect([400, 422], reason).toContain(status);
    expect(body.errors?.map((one: { reason: string }) => one.reason) ?? [body.reason]).toContain(reason);
  }
  expect((await call('dispatcher', 'GET', '/api/places/own?cursor=x')).body.reason).toBe('cursor.invalid');
  expect(await search("'; DROP TABLE place; --")).toEqual([]);
  expect(await search('%%%___')).toEqual([]);
});
