import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { minutesAgo, Room } from '../../../test/room.ts';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { setScope } from '../../platform/operations/set-scope.ts';
import { pageOfIncidents, wordsAsked } from './list-store.ts';

let server: TestServer;
let room: Room;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  room = new Room(server);
  await room.signIn('dispatcher', 'akkar', 'hq');
});
afterAll(() => server.close());

const search = async (words: string, more: object = {}, userName = 'dispatcher') => {
  const headers = { cookie: room.cookie(userName) };
  const payload = { words, ...more };
  const answer = await server.http.inject({ method: 'POST', url: '/api/incidents/search', headers, payload });
  return { status: answer.statusCode, ...answer.json() };
};
const found = async (words: string, more: object = {}, userName = 'dispatcher'): Promise<string[]> =>
  (await search(words, more, userName)).items.map((one: { incidentId: string }) => one.incidentId);

test('the folding of the database is that of the contract, letter by letter', async () => {
  const blocks = [
    [0x01, 0x36f],
    [0x400, 0x6ff],
    [0x750, 0x77f],
    [0x1e00, 0x1eff],
    [0x2000, 0x206f],
    [0x20a0, 0x20c0],
    [0xfb50, 0xfdff],
    [0xfe70, 0xffef],
  ];
  const letters = blocks.flatMap(([from = 0, to = 0]) =>
    Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
  );
  // What no release of Unicode has given a meaning yet may be read either way.
  const known = letters.filter((letter) => !/\p{Cn}/u.test(letter));
  const texts = known.flatMap((letter) => [`ا${letter}ب`, `A ${letter} é`]);
  const rows = await room.owner(
    'SELECT array_agg(fold_for_search(t) ORDER BY n) AS folded FROM unnest($1::text[]) WITH ORDINALITY u(t, n)',
    [texts],
  );
  const differ = texts.flatMap((text, index) =>
    rows[0].folded[index] === normaliseForSearch(text)
      ? []
      : [
          `${text} U+${known[index >> 1]?.codePointAt(0)?.toString(16)}: "${rows[0].folded[index]}" "${normaliseForSearch(text)}"`,
        ],
  );
  expect(differ).toEqual([]);
});

test('works: by number, place and narrative in three languages, however the letters are written', async () => {
  const incidentId = await room.logged({
    placeText: 'شارع الأرز، قرب مدرسة الإيمان',
    narrative: 'Élève blessé à la tête; attacker had a KNIFE, سُرِقَت حقيبة فيها ١٢٠٠ دولار',
  });
  const { number } = await room.detail(incidentId);
  const serial = String(Number(number.split('-')[2])).padStart(4, '0');
  for (const words of [
    'الارز',
    'مدرسه الايمان',
    'مدرسة الإيمان',
    'الأرز مدرسة',
    'eleve',
    'ÉLÈVE tete',
    'knife',
    'حقيبه 1200',
    'سرقت',
    'أرز',
    number,
    `#${serial}`,
    number.toLowerCase().replaceAll('-', ' '),
  ])
    expect(await found(words), words).toContain(incidentId);
  for (const words of ['الزيتون', 'knife زيتون', 'eleves']) expect(await found(words), words).not.toContain(incidentId);
});

test('a word of two letters is a word by itself, and signs of the database’s language are none', async () => {
  const whole = await room.logged({ narrative: 'آثار دم على الباب' });
  const inside = await room.logged({ narrative: 'صدمه بسيارته' });
  expect(await found('دم')).toContain(whole);
  expect(await found('دم')).not.toContain(inside);
  const percent = await room.logged({ narrative: 'زززقققط' });
  expect(await found('ززز%قط')).not.toContain(percent);
  expect(await found("قققط' OR true --")).not.toContain(percent);
  expect(await found('زققق')).toContain(percent);
});

test('a corrected narrative is found by its new words and no longer by its old', async () => {
  const incidentId = await room.logged({ narrative: 'كلمةقديمة' });
  const { version } = await room.detail(incidentId);
  const change = { version, changes: { narrative: 'كلمةجديدة' }, reason: 'خطأ في التدوين' };
  expect((await room.post('dispatcher', `/${incidentId}/changes`, change))[0]).toBe(200);
  expect(await found('كلمهجديده')).toEqual([incidentId]);
  expect(await found('كلمهقديمه')).toEqual([]);
});

test('conditions and pages hold for words too; the first page counts', async () => {
  const made: string[] = [];
  for (let one = 0; one < 3; one += 1) made.push(await room.logged({ narrative: 'صفحاتبالكلمات' }));
  const first = await search('صفحاتبالكلمات', { limit: 2 });
  expect(first.found).toEqual({ count: 3, more: false });
  const second = await search('صفحاتبالكلمات', { limit: 2, cursor: first.nextCursor });
  expect(second).toMatchObject({ found: null, nextCursor: null });
  const seen = [...first.items, ...second.items].map((one) => one.incidentId);
  expect(seen).toEqual([...made].reverse());
  expect(await found('صفحاتبالكلمات', { statuses: ['closed'] })).toEqual([]);
  expect(await found('صفحاتبالكلمات', { to: minutesAgo(60) })).toEqual([]);
});

test('what a person may not read is not found by searching: other rooms, people and vehicles involved', async () => {
  const incidentId = await room.logged({
    narrative: 'سرالغرفة',
    people: [
      { involvedId: uuidv7(), involvement: 'victim', name: 'اسمسري', telephone: '70999888', details: 'تفصيلسري' },
    ],
  });
  expect(await found('سرالغرفه')).toEqual([incidentId]);
  expect(await found('سرالغرفه', {}, 'hq')).toEqual([incidentId]);
  const elsewhere = await search('سرالغرفه', {}, 'akkar');
  expect(elsewhere).toMatchObject({ items: [], found: { count: 0, more: false } });
  for (const words of ['اسمسري', '70999888', 'تفصيلسري'])
    for (const userName of ['dispatcher', 'hq']) expect(await found(words, {}, userName), words).toEqual([]);
});

test('the second wall: the function itself lets nothing out of the area, and answers nothing without a scope', async () => {
  const incidentId = await room.logged({ narrative: 'جدارثان' });
  const asked = (units: number[]) =>
    server.runner.db.transaction().execute(async (tx) => {
      const actor = { personId: uuidv7() } as Parameters<typeof setScope>[1];
      await setScope(tx, actor, { read: { units, pairs: [], ownUnits: [] } });
      return wordsAsked(tx, ['جدارثان']);
    });
  expect(await asked([server.unit('TRI')])).toEqual({ incidentIds: [incidentId] });
  expect(await asked([server.unit('AKK')])).toEqual({ incidentIds: [] });
  expect(await asked([])).toEqual({ incidentIds: [] });
});

test('a word that is too common to be collected is found by going through the list', async () => {
  const incidentId = await room.logged({ narrative: 'شائعةجدا' });
  const page = await server.runner.db.transaction().execute(async (tx) => {
    const actor = { personId: uuidv7() } as Parameters<typeof setScope>[1];
    await setScope(tx, actor, { read: { units: [server.unit('TRI')], pairs: [], ownUnits: [] } });
    const words = await wordsAsked(tx, ['شائعهجدا'], 0);
    expect(words).toEqual({ patterns: ['%شائعهجدا%'] });
    return pageOfIncidents(tx, { conditions: {}, words }, 'newest', 10);
  });
  expect(page.map((row) => row.incidentId)).toEqual([incidentId]);
});

test('each search is an entry of the log: who, and the names of the conditions, never the words', async () => {
  await search('كلمةلايحفظهاالسجل', { origin: 'reported' });
  const entries = await room.owner(
    `SELECT kind, fields, reason, subject_id, value_digest IS NOT NULL AS digest, to_jsonb(audit_entry)::text AS whole
     FROM audit_entry WHERE action = 'incident.searched' ORDER BY audit_id DESC LIMIT 1`,
  );
  expect(entries[0]).toMatchObject({
    kind: 'consultation',
    fields: ['words', 'origin'],
    subject_id: 'words',
    digest: true,
  });
  expect(entries[0].whole).not.toContain('كلمةلا');
});

test('refused: nothing to search for, too much, control characters, nobody signed in', async () => {
  expect(await search('—!؟')).toMatchObject({ status: 422, reason: 'search.no_words', field: 'words' });
  expect(await search('كلمة1 2 3 4 5 6 7 8 9 10 11 12 13')).toMatchObject({
    status: 422,
    reason: 'search.too_many_words',
  });
  for (const words of ['', '   ', 'a\u0007b', 'a\u202Eb', 'x'.repeat(201)])
    expect((await search(words)).status).toBe(400);
  expect(await search('x', { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' })).toMatchObject({
    reason: 'list.period_reversed',
  });
  expect(await search('x', { cursor: 'x' })).toMatchObject({ status: 422, reason: 'cursor.invalid' });
  expect(await search('x', {}, 'nobody')).toMatchObject({ status: 401 });
});
