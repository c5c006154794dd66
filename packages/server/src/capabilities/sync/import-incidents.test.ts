import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startingLimits } from '@marsad/contract/administration/reference/starting-limits.ts';
import type { ImportMapping } from '@marsad/contract/sync/mapping.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/server.ts';
import { connectClient } from '../../platform/db/pools.ts';
import type { Actor } from '../../platform/operations/actor.ts';
import { type Importer, importIncidents, type RefusedRow, readMapping } from './import-incidents.ts';

const shared = process.env.MARSAD_SHARED ?? path.resolve(import.meta.dirname, '../../../../../../shared');
const sanFrancisco = path.join(shared, 'data/sf-fire/calls-2020-04.csv');
const folder = mkdtempSync(path.join(tmpdir(), 'marsad-import-'));
let server: TestServer;
let importer: Importer;
let admin: Actor;

beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  importer = { runner: server.runner, organisation: server.organisation };
  admin = await actorOf('admin');
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
async function actorOf(userName: string): Promise<Actor> {
  const [person] = await query<{ person_id: string }>('SELECT person_id FROM person WHERE user_name = $1', [userName]);
  const found = await server.directory.findPerson(person?.person_id ?? '');
  if (!found) throw new Error(`Expected the practice person ${userName}, got none.`);
  return { ...found, tokenActions: null, sessionId: null, sourceAddress: null };
}
const shipped = (name: string): ImportMapping =>
  readMapping(JSON.parse(readFileSync(path.join(import.meta.dirname, 'mappings', `${name}.json`), 'utf8')));

async function run(file: string, mapping: ImportMapping, more: { actor?: Actor; dryRun?: boolean } = {}) {
  const refused: RefusedRow[] = [];
  const result = await importIncidents(importer, {
    file,
    fileName: path.basename(file),
    mapping,
    actor: more.actor ?? admin,
    dryRun: more.dryRun ?? false,
    refused: (row) => {
      refused.push(row);
    },
  });
  return { result, refused };
}

// An invented city of one room, one row per unit.
const invented = readMapping({
  name: 'invented',
  rowIs: 'unit_response',
  empty: ['-'],
  timeZone: 'Europe/Paris',
  dateFormat: 'YYYY-MM-DD HH:mm:ss',
  force: {
    code: 'INV',
    nameAr: 'مدينة التجربة',
    nameEn: 'Invented',
    nameFr: 'Ville inventée',
    timeZone: 'Europe/Paris',
    bounds: [1, 48, 3, 49],
    makeMissing: true,
  },
  room: { column: 'room', prefix: 'I-', makeMissing: true },
  key: ['call'],
  origin: 'reported',
  type: { column: 'type', table: { fight: 'violence.fight' }, otherwise: 'unclassified.imported' },
  priority: { otherwise: 2 },
  place: ['place'],
  position: { kind: 'decimal', longitude: 'lon', latitude: 'lat' },
  clocks: { created: 'made' },
  response: { key: ['call', 'unit'], callSign: 'unit', clocks: { assigned: 'sent', on_scene: 'there' } },
});
const heading = 'call,room,type,place,lon,lat,made,unit,sent,there';
const good = [
  '1,A,fight,Place d’essai,2.1,48.5,2026-01-05 10:00:00,U1,2026-01-05 10:01:00,2026-01-05 10:09:00',
  '1,A,fight,Place d’essai,2.1,48.5,2026-01-05 10:00:00,U2,2026-01-05 10:02:00,-',
  '2,B,?,=danger(),-,-,2026-01-05 11:00:00,U1,2026-01-05 11:01:00,2026-01-05 10:59:00',
];
function fileOf(rows: readonly string[]): string {
  const file = path.join(folder, 'invented.csv');
  writeFileSync(file, `${[heading, ...rows].join('\n')}\n`);
  return file;
}

test('works: incidents, assignments and every clock as it was, impossible orders included', async () => {
  const { result, refused } = await run(fileOf(good), invented);
  expect(refused).toEqual([]);
  expect(result).toMatchObject({ rows: 3, accepted: 3, rejected: 0, unchanged: 0, incidents: 2, assignments: 3 });
  const incidents = await query(
    `SELECT i.number, t.code AS type, i.place_text, i.longitude, i.created_at, i.first_dispatched_at, i.first_on_scene_at, i.status
     FROM incident i JOIN incident_type t USING (type_id) WHERE source_key IN ('1', '2') ORDER BY source_key`,
  );
  expect(incidents).toEqual([
    {
      number: 'I-A-26-000001',
      type: 'violence.fight',
      place_text: 'Place d’essai',
      longitude: 2.1,
      created_at: '2026-01-05T09:00:00.000Z',
      first_dispatched_at: '2026-01-05T09:01:00.000Z',
      first_on_scene_at: '2026-01-05T09:09:00.000Z',
      status: 'closed',
    },
    {
      number: 'I-B-26-000001',
      type: 'unclassified.imported',
      place_text: '=danger()',
      longitude: null,
      created_at: '2026-01-05T10:00:00.000Z',
      first_dispatched_at: '2026-01-05T10:01:00.000Z',
      first_on_scene_at: '2026-01-05T09:59:00.000Z',
      status: 'closed',
    },
  ]);
  const audits = await query<{ count: number }>(
    "SELECT count(*)::int FROM audit_entry WHERE action = 'sync.import_chunk' AND subject_id = $1",
    [result.importId],
  );
  expect(audits[0]?.count).toBe(1);
});

test('a room that would bear the code of a centre is refused with its reason, and no unit is made', async () => {
  await run(fileOf(good), invented);
  await query(
    `INSERT INTO org_unit (kind, code, name_ar, name_en, name_fr, parent_id, force_id, time_zone)
     SELECT 'command_centre', 'I-C', 'مركز', 'Centre', 'Centre', unit_id, unit_id, 'Europe/Paris' FROM org_unit WHERE code = 'INV'`,
  );
  await server.organisation.reload();
  const { result, refused } = await run(fileOf([(good[0] ?? '').replace('1,A', '9,C')]), invented);
  expect(refused).toEqual([{ line: 2, column: 'room', value: 'I-C', reason: 'unit.code_of_another' }]);
  expect(result).toMatchObject({ accepted: 0, rejected: 1 });
  expect(await query("SELECT kind FROM org_unit WHERE code = 'I-C'")).toEqual([{ kind: 'command_centre' }]);
});

test('the force that an import makes begins with limits, and its incidents are due by them', async () => {
  const limits = await query<{ priority: number; minutes: number }>(
    `SELECT priority, response_minutes AS minutes FROM priority_limit l JOIN org_unit u ON u.unit_id = l.force_id
     WHERE u.code = 'INV' AND type_id IS NULL ORDER BY priority`,
  );
  expect(new Map(limits.map((one) => [one.priority, one.minutes]))).toEqual(startingLimits);
  // The invented city gives everything priority 2.
  const [incident] = await query<{ minutes: number }>(
    "SELECT extract(epoch FROM due_at - created_at)::int / 60 AS minutes FROM incident WHERE source_key = '1'",
  );
  expect(incident?.minutes).toBe(startingLimits.get(2));
});

test('repeated: the same file changes nothing', async () => {
  const before = await query('SELECT incident_id, version, changed_at FROM incident ORDER BY 1');
  const { result } = await run(fileOf(good), invented);
  expect(result).toMatchObject({ accepted: 0, unchanged: 3, incidents: 0, assignments: 0 });
  expect(await query('SELECT incident_id, version, changed_at FROM incident ORDER BY 1')).toEqual(before);
});

test('a changed row is a correction: the clock names the one it replaces, the old value is kept', async () => {
  const changed = good.map((row) => row.replace('10:09:00', '10:08:30').replace('Place d’essai', 'Autre place'));
  const { result } = await run(fileOf(changed), invented);
  // The first row corrects the incident and its unit; the second says the same of the incident and brings nothing more.
  expect(result).toMatchObject({ accepted: 1, unchanged: 2, incidents: 0, assignments: 0 });
  const [incident] = await query<Record<string, unknown>>(
    "SELECT incident_id, version, place_text, first_on_scene_at FROM incident WHERE source_key = '1'",
  );
  expect(incident).toMatchObject({ place_text: 'Autre place', first_on_scene_at: '2026-01-05T09:08:30.000Z' });
  expect(Number(incident?.version)).toBeGreaterThan(1);
  const clocks = await query<{ at: string; replaced: string | null }>(
    `SELECT c.at, o.at AS replaced FROM incident_clock c LEFT JOIN incident_clock o ON o.incident_id = c.incident_id AND o.clock_id = c.replaces
     WHERE c.incident_id = $1 AND c.clock = 'on_scene' ORDER BY c.received_at, c.replaces NULLS FIRST`,
    [incident?.incident_id],
  );
  expect(clocks).toEqual([
    { at: '2026-01-05T09:09:00.000Z', replaced: null },
    { at: '2026-01-05T09:08:30.000Z', replaced: '2026-01-05T09:09:00.000Z' },
  ]);
  const history = await query<{ field: string; old_value: unknown }>(
    "SELECT field, old_value FROM field_change WHERE incident_id = $1 AND field = 'place_text'",
    [incident?.incident_id],
  );
  expect(history).toEqual([{ field: 'place_text', old_value: 'Place d’essai' }]);
});

test('bad input: each bad row is refused with line, column, value and reason, and the rest goes on', async () => {
  const bad = [
    '9,A,fight,x,2.1,48.5,2026-13-05 10:00:00,U1,,',
    '10,A,fight,x,2.1,58.5,2026-01-05 10:00:00,U1,,',
    '11,A,fight,x,east,48.5,2026-01-05 10:00:00,U1,,',
    '12,A,fight,x',
    ',A,fight,x,2.1,48.5,2026-01-05 10:00:00,U1,,',
    '13,A,fight,x\u202ey,2.1,48.5,2026-01-05 10:00:00,U1,,',
    '14,A,fight,x,2.1,48.5,2126-01-05 10:00:00,U1,,',
    `15,A,fight,${'x'.repeat(301)},2.1,48.5,2026-01-05 10:00:00,U1,,`,
    '16,A,fight,x,2.1,48.5,2026-01-05 10:00:00,,,',
    '17,A,fight,x,2.1,48.5,,U1,,',
    '18,A,fight,x,2.1,48.5,2026-01-05 10:00:00,U9,2026-01-05 10:00:00,',
  ];
  const { result, refused } = await run(fileOf(bad), invented);
  expect(result).toMatchObject({ rows: 11, accepted: 1, rejected: 10, incidents: 1, assignments: 1 });
  expect(refused.map((row) => [row.line, row.column, row.reason])).toEqual([
    [2, 'made', 'time.format'],
    [3, 'lon', 'place.outside_force'],
    [4, 'lon', 'position.format'],
    [5, null, 'row.ragged'],
    [6, 'call', 'row.key_missing'],
    [7, 'place', 'text.forbidden_characters'],
    [8, 'made', 'time.future'],
    [9, 'place', 'text.too_long'],
    [10, 'unit', 'row.key_missing'],
    [11, 'made', 'row.created_missing'],
  ]);
  const kept = await query<{ count: number }>('SELECT count(*)::int FROM import_error WHERE import_id = $1', [
    result.importId,
  ]);
  expect(kept[0]?.count).toBe(10);
});

test('refused: without the right to import nothing is written; a dry run writes nothing either', async () => {
  const file = fileOf(good.map((row) => `7${row}`));
  await expect(run(file, invented, { actor: await actorOf('dispatcher') })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  const { result } = await run(file, invented, { dryRun: true });
  expect(result).toMatchObject({ rows: 3, accepted: 3, incidents: 0 });
  expect(await query("SELECT 1 FROM incident WHERE source_key LIKE '7%'")).toEqual([]);
});

test('a column that is not there and a faulty mapping are told before anything is read', async () => {
  const file = path.join(folder, 'other.csv');
  writeFileSync(file, 'a,b\n1,2\n');
  await expect(run(file, invented)).rejects.toMatchObject({ reason: 'file.column_missing' });
  expect(() => readMapping({ ...invented, clocks: {} })).toThrowError(
    expect.objectContaining({ reason: 'mapping.invalid' }),
  );
});

test.skipIf(!existsSync(sanFrancisco))(
  'San Francisco: 10,410 rows are 5,292 incidents and 10,410 assignments of 199 units, and again nothing',
  async () => {
    const { result, refused } = await run(sanFrancisco, shipped('sf-fire'));
    expect(refused).toEqual([]);
    expect(result).toMatchObject({ rows: 10_410, accepted: 10_410, incidents: 5_292, assignments: 10_410 });
    const [units] = await query<{ count: number }>(
      `SELECT count(DISTINCT a.patrol_unit_id)::int FROM assignment a JOIN incident i USING (incident_id)
       JOIN org_unit f ON f.unit_id = i.force_id WHERE f.code = 'SF'`,
    );
    expect(units?.count).toBe(199);
    const again = await run(sanFrancisco, shipped('sf-fire'));
    expect(again.result).toMatchObject({ accepted: 0, unchanged: 10_410, incidents: 0, assignments: 0 });
  },
  60_000,
);
