// A file imported again after people worked on its records: what they did stays, the rest follows the file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { connectClient } from '../../platform/db/pools.ts';
import type { Actor } from '../../platform/operations/actor.ts';
import { importIncidents, type RefusedRow, readMapping } from './import-incidents.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'marsad-again-'));
let server: TestServer;
let admin: Actor;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  cookie = await server.signIn('dispatcher');
  const [person] = await query<{ id: string }>("SELECT person_id AS id FROM person WHERE user_name = 'admin'");
  const found = await server.directory.findPerson(person?.id ?? '');
  if (!found) throw new Error('Expected the practice administrator, got none.');
  admin = { ...found, tokenActions: null, sessionId: null, sourceAddress: null };
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

async function query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = await connectClient(server.ownerUrl, 'test');
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

const mapping = readMapping({
  name: 'old-books',
  rowIs: 'unit_response',
  timeZone: 'Asia/Beirut',
  dateFormat: 'YYYY-MM-DD HH:mm:ss',
  force: { code: 'PRA', nameAr: 'ق', nameEn: 'P', nameFr: 'P', timeZone: 'Asia/Beirut', bounds: [35, 33, 37, 35] },
  room: { column: 'room' },
  key: ['call'],
  origin: 'reported',
  type: {
    column: 'type',
    table: { fight: 'violence.fight', noise: 'order.noise' },
    otherwise: 'unclassified.imported',
  },
  priority: { otherwise: 2 },
  place: ['place'],
  clocks: { created: 'made', closed: 'ended' },
  response: { key: ['call', 'unit'], callSign: 'unit', clocks: { assigned: 'sent', on_scene: 'there' } },
});

const row = (call: string, more: Record<string, string> = {}): string => {
  const cells = {
    call,
    room: 'TRI',
    type: 'fight',
    place: 'Old place',
    made: '2026-01-05 10:00:00',
    ended: '2026-01-05 11:00:00',
    unit: 'OLD-1',
    sent: '2026-01-05 10:01:00',
    there: '2026-01-05 10:09:00',
    ...more,
  };
  return Object.values(cells).join(',');
};
async function take(rows: string[]) {
  const file = path.join(folder, 'book.csv');
  writeFileSync(file, ['call,room,type,place,made,ended,unit,sent,there', ...rows, ''].join('\n'));
  const refused: RefusedRow[] = [];
  const result = await importIncidents(
    { runner: server.runner, organisation: server.organisation },
    { file, fileName: 'book.csv', mapping, actor: admin, dryRun: false, refused: (one) => void refused.push(one) },
  );
  return { ...result, refused };
}
interface Stored {
  id: string;
  version: number;
  status: string;
  place: string;
  type: string;
  closed: string | null;
}
async function stored(call: string): Promise<Stored> {
  const [one] = await query<Stored>(
    `SELECT incident_id AS id, i.version, status, place_text AS place, t.code AS type, closed_at AS closed
     FROM incident i JOIN incident_type t USING (type_id) WHERE source_key = $1`,
    [call],
  );
  if (!one) throw new Error(`Expected an incident of the key ${call}, got none.`);
  return one;
}
async function post(url: string, payload: object): Promise<void> {
  const answer = await server.http.inject({
    method: 'POST',
    url,
    headers: { cookie },
    payload: { commandId: uuidv7(), ...payload },
  });
  expect([answer.statusCode, answer.json().reason]).toEqual([200, undefined]);
}
const reopen = async (call: string): Promise<Stored> => {
  const { id } = await stored(call);
  await post(`/api/incidents/${id}/status`, { to: 'open', reason: 'seen again' });
  return stored(call);
};

const changed = { place: 'New place', type: 'noise', ended: '2026-01-05 12:00:00' };

test('what nobody touched follows the file', async () => {
  await take([row('A1')]);
  expect(await take([row('A1', changed)])).toMatchObject({ accepted: 1, rejected: 0, statistics: { kept: 0 } });
  expect(await stored('A1')).toMatchObject({
    status: 'closed',
    place: 'New place',
    type: 'order.noise',
    closed: '2026-01-05T10:00:00.000Z',
  });
});

test('an incident that was opened again stays open, with the rest of the row taken; the same file again changes nothing', async () => {
  await take([row('B1')]);
  await reopen('B1');
  const again = await take([row('B1', changed)]);
  expect(again).toMatchObject({ accepted: 1, rejected: 0, unchanged: 0, statistics: { kept: 1 } });
  const after = await stored('B1');
  expect(after).toMatchObject({ status: 'open', place: 'New place', type: 'order.noise', closed: null });
  expect(await take([row('B1', changed)])).toMatchObject({ accepted: 0, unchanged: 1, statistics: { kept: 0 } });
  expect(await stored('B1')).toEqual(after);
});

test('a field that a person corrected stays theirs, and the history says nothing else', async () => {
  await take([row('C1')]);
  const { id, version } = await reopen('C1');
  await post(`/api/incidents/${id}/changes`, {
    version,
    changes: { placeText: 'Where it was' },
    reason: 'heard on site',
  });
  expect(await take([row('C1', changed)])).toMatchObject({ accepted: 1, statistics: { kept: 1 } });
  expect(await stored('C1')).toMatchObject({ place: 'Where it was', type: 'order.noise', status: 'open' });
  const places = await query("SELECT new_value FROM field_change WHERE incident_id = $1 AND field = 'place_text'", [
    id,
  ]);
  expect(places).toEqual([{ new_value: 'Where it was' }]);
});

test('a merged incident stays merged', async () => {
  await take([row('D1'), row('D2')]);
  const [duplicate, into] = [await reopen('D1'), await reopen('D2')];
  await post(`/api/incidents/${duplicate.id}/merge`, { intoId: into.id });
  await take([row('D1', changed), row('D2', changed)]);
  expect([(await stored('D1')).status, (await stored('D2')).status]).toEqual(['duplicate', 'open']);
});

test('a row that names another room is refused with its reason, and nothing of it is written', async () => {
  await take([row('E1'), row('E2')]);
  const before = await stored('E1');
  const moved = await take([row('E1', { ...changed, room: 'AKK' }), row('E2', changed)]);
  expect(moved).toMatchObject({ rows: 2, accepted: 1, rejected: 1, unchanged: 0, incidents: 0, assignments: 0 });
  expect(moved.refused).toEqual([{ line: 2, column: 'room', value: 'AKK', reason: 'row.room_changed' }]);
  expect(await stored('E1')).toEqual(before);
  expect(await query('SELECT line, reason FROM import_error WHERE import_id = $1', [moved.importId])).toEqual([
    { line: 2, reason: 'row.room_changed' },
  ]);
});

test('a clock that a person corrected stays, of the incident as of its unit', async () => {
  await take([row('F1')]);
  const { id } = await reopen('F1');
  const [clock] = await query<{ clock_id: string }>(
    "SELECT clock_id FROM incident_clock WHERE incident_id = $1 AND clock = 'on_scene'",
    [id],
  );
  await post(`/api/incidents/${id}/clocks/${clock?.clock_id}/corrections`, {
    clockId: uuidv7(),
    at: '2026-01-05T08:20:00.000Z',
    reason: 'from the radio log',
  });
  const again = await take([row('F1', { there: '2026-01-05 10:10:00', sent: '2026-01-05 10:02:00' })]);
  expect(again).toMatchObject({ accepted: 1, statistics: { kept: 1 } });
  expect(await query('SELECT assigned_at, on_scene_at FROM assignment WHERE incident_id = $1', [id])).toEqual([
    { assigned_at: '2026-01-05T08:02:00.000Z', on_scene_at: '2026-01-05T08:20:00.000Z' },
  ]);
});

test('a trial that was cut off after refused rows is taken up again', async () => {
  const importId = uuidv7();
  const [file] = ['trial.csv'].map((name) => path.join(folder, name));
  writeFileSync(
    file as string,
    ['call,room,type,place,made,ended,unit,sent,there', row('G1', { made: 'soon' }), ''].join('\n'),
  );
  await query(
    `INSERT INTO import_run (import_id, mapping_name, mapping, file_name, person_id, status, dry_run, rejected, started_at)
     VALUES ($1, 'old-books', '{}', 'trial.csv', $2, 'running', true, 1, now())`,
    [importId, admin.personId],
  );
  await query("INSERT INTO import_error (import_id, error_id, line, reason) VALUES ($1, 0, 2, 'time.format')", [
    importId,
  ]);
  const result = await importIncidents(
    { runner: server.runner, organisation: server.organisation },
    { file: file as string, fileName: 'trial.csv', mapping, actor: admin, dryRun: true, importId },
  );
  expect(result).toMatchObject({ rows: 1, rejected: 1 });
  expect(await query('SELECT status, rejected FROM import_run WHERE import_id = $1', [importId])).toEqual([
    { status: 'done', rejected: 1 },
  ]);
});
