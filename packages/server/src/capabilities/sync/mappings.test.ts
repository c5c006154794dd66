// Mappings that people make: guessed from a file, judged live, saved, taken out, removed, used by name.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { connectClient } from '../../platform/db/pools.ts';

let server: TestServer;
const cookies = new Map<string, string>();
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  for (const name of ['admin', 'dispatcher']) cookies.set(name, await server.signIn(name));
});
afterAll(() => server.close());

const call = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, userName = 'admin') => {
  const headers = { cookie: cookies.get(userName) ?? '' };
  const answer = await server.http.inject({ method, url, headers, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.json() };
};
const query = async (text: string, values: unknown[] = []) => {
  const client = await connectClient(server.ownerUrl, 'test');
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
};
async function send(text: string): Promise<string> {
  const fileId = uuidv7();
  const answer = await server.http.inject({
    method: 'PUT',
    url: `/api/import-files/${fileId}?name=book.csv`,
    headers: { cookie: cookies.get('admin') ?? '', 'content-type': 'application/octet-stream' },
    payload: text,
  });
  expect(answer.statusCode).toBe(200);
  return fileId;
}

const text = [
  'رقم الحادث;نوع الحادث;التاريخ;خط العرض;خط الطول;العنوان;الأولوية',
  '١;شجار;٠٥/٠١/٢٠٢٤ ١٠:٣٠;٣٣٫٩;٣٥٫٥;شارع أول;١',
  '2;سرقة;31/01/2024 23:00;33.91;35.51;شارع ثانٍ;2',
  '3;سرقة;31/02/2024 23:00;33.91;35.51;شارع ثانٍ;2',
].join('\n');
const names = (one: string) => ({ nameAr: one, nameEn: one, nameFr: one });
const mapping = {
  rowIs: 'incident',
  timeZone: 'Asia/Beirut',
  dateFormat: 'DD/MM/YYYY HH:mm',
  force: { code: 'TRY', ...names('Try'), timeZone: 'Asia/Beirut', bounds: [35, 33, 37, 34.7], makeMissing: true },
  room: { otherwise: 'TRY-1', names: names('Room'), makeMissing: true },
  key: ['رقم الحادث'],
  origin: 'reported',
  type: { column: 'نوع الحادث', table: { شجار: 'violence.fight' }, otherwise: 'unclassified.imported' },
  priority: { column: 'الأولوية', table: { 1: 1, 2: 2 }, otherwise: 3 },
  place: ['العنوان'],
  position: { kind: 'decimal', longitude: 'خط الطول', latitude: 'خط العرض' },
  clocks: { created: 'التاريخ' },
};
const save = (name: string, version: number, more = {}, userName = 'admin', commandId = uuidv7()) =>
  call('PUT', `/api/import-mappings/${name}`, { commandId, version, mapping: { name, ...mapping, ...more } }, userName);

test('works: described, guessed, judged, saved, imported by its name, changed, removed', async () => {
  const fileId = await send(text);
  const described = await call('GET', `/api/import-files/${fileId}/columns`);
  expect(described.body.rowsRead).toBe(3);
  expect(described.body.columns[1]).toEqual({
    name: 'نوع الحادث',
    values: [
      { value: 'سرقة', rows: 2 },
      { value: 'شجار', rows: 1 },
    ],
    more: false,
    empty: 0,
  });
  expect(described.body.guess).toMatchObject({
    key: ['رقم الحادث'],
    clocks: { created: 'التاريخ' },
    type: { column: 'نوع الحادث' },
    priority: { column: 'الأولوية' },
    place: ['العنوان'],
    position: { kind: 'decimal', longitude: 'خط الطول', latitude: 'خط العرض' },
  });
  const judged = await call('POST', `/api/import-files/${fileId}/judgement`, { mapping: { name: 'try', ...mapping } });
  expect(judged.body).toMatchObject({
    faults: [],
    accepted: 2,
    refused: [{ reason: 'time.format', column: 'التاريخ', rows: 1 }],
  });
  // Half past ten in Beirut in January is half past eight in UTC.
  expect(judged.body.rows[0]).toMatchObject({
    createdAt: '2024-01-05T08:30:00.000Z',
    longitude: 35.5,
    latitude: 33.9,
    typeCode: 'violence.fight',
    priority: 1,
    room: 'TRY-1',
  });
  expect((await save('try', 0)).body).toEqual({ name: 'try', version: 1 });
  const importId = uuidv7();
  await call('POST', '/api/imports', { commandId: uuidv7(), importId, fileId, mapping: 'try' });
  await expect
    .poll(async () => (await call('GET', `/api/imports/${importId}`)).body, { timeout: 30_000 })
    .toMatchObject({ status: 'done', incidents: 2, rejected: 1 });
  expect((await save('try', 1, { empty: ['-'] })).body).toEqual({ name: 'try', version: 2 });
  const kept = await call('GET', '/api/import-mappings/try');
  expect(kept.body).toMatchObject({
    shipped: false,
    version: 2,
    mapping: { name: 'try', empty: ['-'], key: mapping.key },
  });
  const listed = await call('GET', '/api/import-mappings');
  expect(listed.body[0]).toMatchObject({ name: 'try', shipped: false, personName: expect.any(String) });
  const remove = { commandId: uuidv7() };
  expect((await call('POST', '/api/import-mappings/try/removal', remove)).status).toBe(200);
  // Repeated with the same id: the first answer again.
  expect((await call('POST', '/api/import-mappings/try/removal', remove)).body).toEqual({ name: 'try' });
  expect((await call('GET', '/api/import-mappings/try')).status).toBe(404);
  const audits = await query(
    "SELECT action, count(*)::int AS n FROM audit_entry WHERE subject_kind = 'import_mapping' GROUP BY 1 ORDER BY 1",
  );
  expect(audits).toEqual([
    { action: 'sync.mapping_removed', n: 1 },
    { action: 'sync.mapping_saved', n: 2 },
  ]);
});

test('repeated: the same command saves once; a change over somebody else’s is told', async () => {
  const commandId = uuidv7();
  expect((await save('twice', 0, {}, 'admin', commandId)).body.version).toBe(1);
  expect((await save('twice', 0, {}, 'admin', commandId)).body.version).toBe(1);
  expect((await save('twice', 0)).body.reason).toBe('mapping.name_taken');
  expect((await save('twice', 7)).body.reason).toBe('mapping.changed');
  expect((await save('never', 7)).body.reason).toBe('mapping.unknown');
  expect((await save('sf-fire', 0)).body.reason).toBe('mapping.shipped');
});

test('refused: without the right nothing is read, saved or removed', async () => {
  const fileId = await send(text);
  expect((await save('no', 0, {}, 'dispatcher')).status).toBe(403);
  expect((await call('GET', '/api/import-mappings', undefined, 'dispatcher')).status).toBe(403);
  expect((await call('GET', `/api/import-files/${fileId}/columns`, undefined, 'dispatcher')).status).toBe(403);
  expect((await call('POST', `/api/import-files/${fileId}/judgement`, { mapping }, 'dispatcher')).status).toBe(403);
});

test('wrong area: another force’s importer reads a mapping and can neither change nor remove it', async () => {
  await save('mine', 0);
  // A person whose right to import reaches one force that is not that of the mapping.
  await query(`INSERT INTO org_unit (unit_id, kind, code, name_ar, name_en, name_fr, force_id, time_zone)
    VALUES (90001, 'force', 'OTHER', 'o', 'o', 'o', 90001, 'UTC')`);
  await query(`INSERT INTO role (role_id, code, name_ar, name_en, name_fr, rights) VALUES (90001, 'importer', 'i', 'i', 'i',
    '[{"action":"import.run","area":"post","types":"all","own":false}]')`);
  await query(`UPDATE post SET role_id = 90001, unit_id = 90001
    WHERE person_id = (SELECT person_id FROM person WHERE user_name = 'dispatcher')`);
  await server.organisation.reload();
  server.directory.forget();
  const other = await server.signIn('dispatcher');
  cookies.set('dispatcher', other);
  expect((await call('GET', '/api/import-mappings/mine', undefined, 'dispatcher')).status).toBe(200);
  expect((await save('mine', 1, {}, 'dispatcher')).body.reason).toBe('area.outside');
  const removal = await call('POST', '/api/import-mappings/mine/removal', { commandId: uuidv7() }, 'dispatcher');
  expect([removal.status, removal.body.reason]).toEqual([403, 'area.outside']);
});

test('bad input: faults are told where they are; a file of somebody else is not there', async () => {
  const fileId = await send(text);
  const judge = async (more: object, file = fileId) =>
    (await call('POST', `/api/import-files/${file}/judgement`, { mapping: { name: 'try', ...mapping, ...more } })).body;
  const faults = (await judge({ dateFormat: 'HH:mm', timeZone: 'Mars/Base', clocks: {}, key: [] })).faults;
  expect(faults).toEqual(
    expect.arrayContaining([
      { path: 'timeZone', reason: 'mapping.time_zone' },
      { path: 'clocks', reason: 'mapping.created_missing' },
      { path: 'key', reason: 'input.invalid' },
    ]),
  );
  expect((await judge({ type: { otherwise: 'no.such' } })).faults).toEqual([
    { path: 'type.otherwise', reason: 'mapping.type_unknown' },
  ]);
  expect((await judge({ place: ['Strasse'] })).faults).toEqual([{ path: 'Strasse', reason: 'file.column_missing' }]);
  expect((await judge({ encoding: 'windows-1256' })).faults).toEqual([{ path: '', reason: 'file.encoding' }]);
  expect((await save('bad', 0, { type: { otherwise: 'no.such' } })).body).toMatchObject({
    reason: 'mapping.type_unknown',
  });
  expect((await save('bad', 0, { force: { ...mapping.force, bounds: [5, 5, 4, 6] } })).status).toBe(400);
  expect((await save('Bad Name', 0)).status).toBe(400);
  expect((await call('GET', `/api/import-files/${uuidv7()}/columns`)).body.reason).toBe('file.unknown');
  expect(await query("SELECT 1 FROM import_mapping WHERE name ILIKE 'bad%'")).toEqual([]);
});
