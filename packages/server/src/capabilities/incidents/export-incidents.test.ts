import { createHash, randomBytes } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Room } from '../../../test/room.ts';
import { origin, startTestServer, type TestServer } from '../../../test/server.ts';
import { sheetsOf } from '../../../test/sheets.ts';
import { beginExport } from './export-incidents.ts';

let server: TestServer;
let room: Room;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  room = new Room(server);
  await room.signIn('dispatcher', 'akkar', 'centre', 'hq', 'analyst');
});
afterAll(() => server.close());

const told = { recipient: 'المحامي العام', reason: 'طلب خطي رقم 12' };
async function take(
  asked: object,
  userName = 'centre',
  headers: Record<string, string> = { cookie: room.cookie(userName) },
) {
  const payload = { format: 'csv', ...told, ...asked };
  return server.http.inject({ method: 'POST', url: '/api/incidents/export', headers, payload });
}
const rowsOf = (body: string): string[][] => parse(body, { bom: true });
/** The rows of a CSV as objects by their headers. */
const recordsOf = (body: string): Record<string, string>[] => parse(body, { bom: true, columns: true });
const idsOf = (body: string) =>
  rowsOf(body)
    .slice(1)
    .map((row) => row.at(-1));

async function sheetOf(body: Buffer) {
  const [sheet, about] = await sheetsOf(body);
  if (!sheet || !about) throw new Error('Expected two sheets, got fewer.');
  return { sheet, about };
}
const disclosures = () =>
  room.owner(
    `SELECT kind, subject_id, fields, reason, recipient, token_id, to_jsonb(audit_entry)::text AS whole
     FROM audit_entry WHERE action = 'incident.exported' ORDER BY audit_id`,
  );

test('CSV: what the conditions hold, newest first, in the language asked for, in the room’s own time', async () => {
  const incidentId = await room.logged({
    placeText: 'سوق التصدير',
    narrative: 'قال: "نعم"، ثم ذهب\nولم يعد',
    channel: 'radio',
  });
  await room.owner(
    `UPDATE incident SET created_at = '2019-07-01T20:30:05Z', first_on_scene_at = '2019-07-01T20:37:05Z', longitude = 35.8, latitude = 34.4 WHERE incident_id = $1`,
    [incidentId],
  );
  const day = { from: '2019-07-01T00:00:00Z', to: '2019-07-02T00:00:00Z' };
  const answer = await take({ ...day, language: 'en' });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
  const records = recordsOf(answer.body);
  expect(records).toHaveLength(1);
  expect(records[0]).toMatchObject({
    Created: '2019-07-01 23:30:05',
    'Time zone': 'Asia/Beirut',
    'Type code': 'violence.fight',
    Type: 'Fight',
    Status: 'Open',
    Origin: 'Reported',
    Channel: 'radio',
    Place: 'سوق التصدير',
    'What happened': 'قال: "نعم"، ثم ذهب\nولم يعد',
    Latitude: '34.4',
    'First on scene': '2019-07-01 23:37:05',
    'Queue (seconds)': '',
    'Response (seconds)': '420',
    Id: incidentId,
  });
  for (const [language, header] of [
    ['ar', 'الرقم'],
    ['fr', 'Numéro'],
  ])
    expect(rowsOf((await take({ ...day, language })).body)[0]?.[0]).toBe(header);
  // Without one it is the person's own.
  expect(rowsOf((await take(day)).body)[0]?.[0]).toBe('الرقم');
});

test('words and conditions narrow the file as they do the list', async () => {
  const one = await room.logged({ narrative: 'تصديربالكلمات', typeId: server.type('violence.knives') });
  const two = await room.logged({ narrative: 'تصديربالكلمات' });
  expect(idsOf((await take({ words: 'تصديربالكلمات' })).body)).toEqual([two, one]);
  expect(idsOf((await take({ words: 'تصديربالكلمات', typeIds: [server.type('violence.knives')] })).body)).toEqual([
    one,
  ]);
});

test('the file holds what the list shows: its columns, with all that their cells say, in its order', async () => {
  const word = 'كماتُرى';
  const first = await room.logged({ narrative: word, placeText: 'الأول' });
  const second = await room.logged({ narrative: word, placeText: 'الثاني' });
  const columns = ['response', 'number', 'place'];
  const before = (await disclosures()).length;
  const answer = await take({ words: word, order: 'oldest', columns, language: 'en' });
  const [head, ...rows] = rowsOf(answer.body);
  expect(head).toEqual(['Number', 'Place', 'What happened', 'Due', 'Response (seconds)']);
  expect(rows.map((row) => row[1])).toEqual(['الأول', 'الثاني']);
  expect((await disclosures())[before]?.fields).toContain('columns=response,number,place');
  const { sheet } = await sheetOf((await take({ words: word, columns, format: 'xlsx', language: 'en' })).rawPayload);
  expect((sheet.getRow(1).values as string[]).slice(1)).toEqual(head);
  expect(sheet.getRow(2).getCell(2).value).toBe('الثاني');
  expect(sheet.getColumn(5).width).toBe(14);
  // All of it when no column is named, and the newest first.
  expect(idsOf((await take({ words: word })).body)).toEqual([second, first]);
  for (const wrong of [[], ['narrative'], 'number'])
    expect((await take({ columns: wrong })).json()).toMatchObject({ reason: 'input.invalid' });
  expect((await take({ order: 'random' })).json()).toMatchObject({ reason: 'input.invalid' });
});

test('XLSX: read back it says the same; times are times, text that begins like a formula is text, Arabic runs from the right', async () => {
  const incidentId = await room.logged({ placeText: '=HYPERLINK("x")', narrative: '  +cmd|calc' });
  const { number } = await room.detail(incidentId);
  const answer = await take({ format: 'xlsx', words: number, language: 'ar' });
  expect(answer.statusCode).toBe(200);
  const { sheet, about } = await sheetOf(answer.rawPayload);
  expect(sheet.rowCount).toBe(2);
  expect(sheet.views[0]).toMatchObject({ rightToLeft: true, state: 'frozen', ySplit: 1 });
  const column = (header: string) => {
    const at = (sheet.getRow(1).values as string[]).indexOf(header);
    return sheet.getRow(2).getCell(at);
  };
  expect(column('الرقم').value).toBe(number);
  expect(column('المكان').type).toBe(ExcelJS.ValueType.String);
  expect(column('المكان').value).toBe('=HYPERLINK("x")');
  expect(column('ماذا حدث').value).toBe('+cmd|calc');
  expect(column('وقت التسجيل').type).toBe(ExcelJS.ValueType.Date);
  expect(column('وقت التسجيل').numFmt).toBe('yyyy-mm-dd hh:mm:ss');
  expect(column('الأولوية').value).toBe(1);
  expect(about.getColumn(2).values).toContain(answer.headers['x-export-id']);
  expect(about.getColumn(2).values).toContain(told.reason);
  expect(
    (await sheetOf((await take({ format: 'xlsx', words: number, language: 'fr' })).rawPayload)).sheet.views[0],
  ).toMatchObject({
    rightToLeft: false,
  });
  // In CSV an apostrophe makes it text.
  const [record] = recordsOf((await take({ words: number, language: 'en' })).body);
  expect(record).toMatchObject({ Place: `'=HYPERLINK("x")`, 'What happened': `'+cmd|calc` });
});

test('many pages: each incident once, none twice, and what is logged meanwhile is not in the file', async () => {
  await room.owner(
    `INSERT INTO incident (incident_id, force_id, room_id, type_id, priority, status, origin, place_text, created_at, made_at)
     SELECT gen_random_uuid(), force_id, room_id, type_id, 3, 'closed', 'reported', 'ملف طويل', '2018-01-01T00:00:00Z'::timestamptz + (g / 3) * interval '1 second', now()
     FROM generate_series(1, 2500) g, (SELECT force_id, room_id, type_id FROM incident LIMIT 1) i`,
  );
  const year = { from: '2018-01-01T00:00:00Z', to: '2018-02-01T00:00:00Z' };
  const ids = idsOf((await take(year)).body);
  expect(ids).toHaveLength(2500);
  expect(new Set(ids).size).toBe(2500);
  expect((await sheetOf((await take({ ...year, format: 'xlsx' })).rawPayload)).sheet.rowCount).toBe(2501);

  const person = await room.owner(`SELECT person_id FROM person WHERE user_name = 'centre'`);
  const found = await server.directory.findPerson(person[0].person_id);
  if (!found) throw new Error('Expected the centre’s commander, got nobody.');
  const actor = { ...found, tokenActions: null, sessionId: null, sourceAddress: null };
  const request = { format: 'csv' as const, ...told, from: '2018-01-01T00:00:00.000Z' };
  const file = await beginExport(server, actor, request);
  const late = await room.logged();
  const seen: unknown[] = [];
  for await (const rows of file.pages()) seen.push(...rows.map((row) => row.at(-1)));
  expect(seen).toHaveLength(file.rows);
  expect(seen).not.toContain(late);

  const many = beginExport({ ...server, most: 2499 }, actor, { ...request, to: '2018-02-01T00:00:00.000Z' });
  await expect(many).rejects.toMatchObject({ data: { reason: 'export.too_many', parameters: { most: 2499 } } });
});

test('each file is a disclosure in the log before it leaves: conditions by name, how many, to whom and why; never the words', async () => {
  const before = (await disclosures()).length;
  await room.logged({ narrative: 'كلمةسرية' });
  const answer = await take({ words: 'كلمةسرية', origin: 'reported', unitIds: [server.unit('TRI')] });
  const entries = await disclosures();
  expect(entries).toHaveLength(before + 1);
  expect(entries.at(-1)).toMatchObject({
    kind: 'disclosure',
    subject_id: answer.headers['x-export-id'],
    fields: ['unitIds', 'origin', 'words', 'format=csv', 'rows=1'],
    ...told,
  });
  expect(entries.at(-1)?.whole).not.toContain('كلمةسرية');
  expect(answer.headers['content-disposition']).toContain(String(answer.headers['x-export-id']));
});

test('people and vehicles involved are in no file, whatever the right', async () => {
  const person = { involvedId: uuidv7(), involvement: 'victim', name: 'اسممقيّد', telephone: '70123987' };
  const incidentId = await room.logged({ people: [person] });
  const { number } = await room.detail(incidentId);
  const answer = await take({ words: number }, 'centre');
  expect(idsOf(answer.body)).toEqual([incidentId]);
  expect(answer.body).not.toMatch(/اسممقيّد|70123987/);
});

test('refused: without the right, from a foreign page, nobody signed in; nothing is logged then', async () => {
  const before = (await disclosures()).length;
  expect((await take({}, 'dispatcher')).json()).toMatchObject({ status: 403, reason: 'right.missing' });
  expect((await take({}, 'centre', {})).statusCode).toBe(401);
  const foreign = { cookie: room.cookie('centre'), origin: 'https://elsewhere.invalid' };
  expect((await take({}, 'centre', foreign)).json()).toMatchObject({ status: 403, reason: 'origin.foreign' });
  expect((await take({}, 'centre', { cookie: room.cookie('centre'), origin })).statusCode).toBe(200);
  expect(await disclosures()).toHaveLength(before + 1);
});

test('bad input: each refused with its reason before anything is logged', async () => {
  const before = (await disclosures()).length;
  for (const [asked, reason] of [
    [{ from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }, 'list.period_reversed'],
    [{ typeIds: [2_000_000_000] }, 'list.type_unknown'],
    [{ words: '؟!' }, 'search.no_words'],
    [{ format: 'pdf' }, 'input.invalid'],
    [{ reason: '  ' }, 'input.invalid'],
    [{ reason: undefined }, 'input.invalid'],
    [{ recipient: 'a\u202Eb' }, 'input.invalid'],
    [{ unitIds: Array(101).fill(1) }, 'input.invalid'],
    [{ words: 'a\u0007b' }, 'input.invalid'],
  ] as const) {
    const answer = await take(asked);
    expect(answer.json(), JSON.stringify(asked)).toMatchObject({ reason });
    expect([400, 422]).toContain(answer.statusCode);
  }
  expect(await disclosures()).toHaveLength(before);
});

test('another area: its units cannot be asked for, its incidents are not in the file', async () => {
  const bey = {
    roomId: server.unit('BEY'),
    typeId: server.type('violence.fight'),
    placeText: 'بيروت',
    narrative: 'خارجالنطاق',
  };
  await room.owner(
    `INSERT INTO incident (incident_id, force_id, room_id, type_id, priority, status, origin, place_text, narrative, created_at, made_at)
     VALUES ($1, $2, $3, $4, 1, 'open', 'reported', $5, $6, now(), now())`,
    [uuidv7(), server.unit('PRA'), bey.roomId, bey.typeId, bey.placeText, bey.narrative],
  );
  expect((await take({ unitIds: [bey.roomId] })).json()).toMatchObject({ status: 404, reason: 'list.unit_unknown' });
  expect(idsOf((await take({ words: 'خارجالنطاق' })).body)).toEqual([]);
  expect(idsOf((await take({ words: 'خارجالنطاق' }, 'hq')).body)).toHaveLength(1);
});

test('who reads further than they may take out takes out no more than that', async () => {
  const mine = await room.logged({ narrative: 'حدالتصدير' });
  const theirs = uuidv7();
  await room.owner(
    `INSERT INTO incident (incident_id, force_id, room_id, type_id, priority, status, origin, narrative, created_at, made_at)
     VALUES ($1, $2, $3, $4, 1, 'open', 'reported', 'حدالتصدير', now(), now())`,
    [theirs, server.unit('PRA'), server.unit('AKK'), server.type('violence.fight')],
  );
  const rights = [
    { action: 'incident.read', area: 'force', types: 'all', own: false },
    { action: 'incident.export', area: 'unit', types: 'all', own: false },
  ];
  await room.owner(`UPDATE role SET rights = rights || $1::jsonb WHERE code = 'dispatcher'`, [JSON.stringify(rights)]);
  await server.organisation.reload();
  const headers = { cookie: room.cookie('dispatcher') };
  const seen = await server.http.inject({
    method: 'POST',
    url: '/api/incidents/search',
    headers,
    payload: { words: 'حدالتصدير' },
  });
  expect(
    seen
      .json()
      .items.map((one: { incidentId: string }) => one.incidentId)
      .sort(),
  ).toEqual([mine, theirs].sort());
  expect(idsOf((await take({ words: 'حدالتصدير' }, 'dispatcher')).body)).toEqual([mine]);
  // One's own alone, or one type alone, is as far as it goes too.
  for (const [narrow, expected] of [
    [{ action: 'incident.export', area: 'force', types: 'all', own: true }, [mine]],
    [{ action: 'incident.export', area: 'force', types: ['violence.fight'], own: false }, [mine, theirs]],
    [{ action: 'incident.export', area: 'force', types: ['theft'], own: false }, []],
  ] as const) {
    await room.owner(`UPDATE role SET rights = $1::jsonb WHERE code = 'dispatcher'`, [
      JSON.stringify([rights[0], narrow]),
    ]);
    await server.organisation.reload();
    expect((idsOf((await take({ words: 'حدالتصدير' }, 'dispatcher')).body) as string[]).sort()).toEqual(
      [...expected].sort(),
    );
  }
});

test('a program takes out by its token, which the log names; one that may not read or take out is refused', async () => {
  const make = async (actions: string[] | undefined) => {
    const secret = `msd_${randomBytes(32).toString('base64url')}`;
    const payload = {
      commandId: uuidv7(),
      tokenId: uuidv7(),
      name: 'تقرير شهري',
      secretDigest: createHash('sha256').update(secret).digest('hex'),
      days: 30,
      ...(actions && { actions }),
    };
    const headers = { cookie: room.cookie('centre') };
    const answer = await server.http.inject({ method: 'POST', url: '/api/account/tokens', headers, payload });
    expect(answer.statusCode).toBe(200);
    return { tokenId: payload.tokenId, headers: { authorization: `Bearer ${secret}` } };
  };
  const whole = await make(['incident.read', 'incident.export']);
  expect((await take({}, 'centre', whole.headers)).statusCode).toBe(200);
  expect((await disclosures()).at(-1)).toMatchObject({ token_id: whole.tokenId });
  for (const actions of [['incident.read'], ['incident.export']]) {
    const { headers } = await make(actions);
    expect((await take({}, 'centre', headers)).json()).toMatchObject({ status: 403, reason: 'token.action' });
  }
});
