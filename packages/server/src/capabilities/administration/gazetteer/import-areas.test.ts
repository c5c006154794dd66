// Areas of units from GeoJSON: joined by code or name, dated, all or nothing.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../../test/server.ts';
import { connectClient } from '../../../platform/db/pools.ts';
import { findTerminalActor } from '../accounts/find-terminal-actor.ts';
import { type AreasImport, importAreas } from './import-areas.ts';

const shared = process.env.MARSAD_SHARED ?? path.resolve(import.meta.dirname, '../../../../../../../shared');
const files = [
  ['chicago-assaults/districts.geojson.gz', 'district'],
  ['nyc-vehicle-thefts/precincts.geojson.gz', 'Precinct'],
  ['sf-fire/neighbourhoods.geojson', 'nhood'],
] as const;
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
});
afterAll(() => server.close());

const query = async (sql: string, values: unknown[] = []) => {
  const client = await connectClient(server.ownerUrl, 'test');
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
};
const run = async (text: string | AreasImport['source'], more: Partial<AreasImport> = {}, userName?: string) => {
  const actor = await findTerminalActor(server.runner.db, server.directory, userName);
  if (!actor) throw new Error('Expected somebody, got nobody.');
  const source = typeof text === 'string' ? [Buffer.from(text)] : text;
  return importAreas(server.runner, server.organisation, {
    source,
    forceId: server.unit('PRA'),
    kind: 'operations_room',
    property: 'code',
    from: '2026-05-01',
    actor,
    ...more,
  });
};
const square = (code: string, west: number) => ({
  type: 'Feature',
  properties: { code },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 34],
        [west + 0.1, 34],
        [west + 0.1, 34.1],
        [west, 34.1],
        [west, 34],
      ],
    ],
  },
});
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
const areasOf = (code: string) =>
  query('SELECT a.valid_from, a.valid_to FROM org_unit_area a WHERE unit_id = $1 ORDER BY valid_from', [
    server.unit(code),
  ]);

test('works: joined by code and by name, the old area ends the day before, the same again changes nothing', async () => {
  const file = collection(square('TRI', 35.8), square('غرفه عمليات عكار', 36), square('Nowhere', 36.2));
  expect(await run(file)).toMatchObject({
    features: 3,
    added: 0,
    replaced: 2,
    refused: [{ index: 2, code: 'Nowhere', reason: expect.stringContaining('make the unit first') }],
  });
  const dated = [
    { valid_from: '1900-01-01', valid_to: '2026-04-30' },
    { valid_from: '2026-05-01', valid_to: null },
  ];
  expect(await areasOf('TRI')).toEqual(dated);
  expect(await areasOf('AKK')).toEqual(dated);
  expect(await run(file)).toMatchObject({ replaced: 0, unchanged: 2 });
  // Drawn anew for the same day: corrected in place, not dated twice.
  expect(await run(collection(square('TRI', 35.7)))).toMatchObject({ replaced: 1 });
  expect(await areasOf('TRI')).toEqual(dated);
  expect(await run(collection(square('TRI', 35.6)), { from: '2026-01-01' })).toMatchObject({
    replaced: 0,
    refused: [{ reason: expect.stringContaining('later --from') }],
  });
});

test('refused: without the right nothing is written, and a file that is none is told as such', async () => {
  const before = await query('SELECT count(*) AS n FROM org_unit_area');
  await expect(run(collection(square('ZAH', 35.9)), {}, 'dispatcher')).rejects.toMatchObject({
    data: { reason: 'right.missing' },
  });
  await expect(run('code;name')).rejects.toThrow('Expected a GeoJSON file');
  expect(await query('SELECT count(*) AS n FROM org_unit_area')).toEqual(before);
});

test('two features for one unit: the second is refused, whatever it is called', async () => {
  const done = await run(collection(square('ZAH', 35.9), square('Zahle operations room', 35.95)));
  expect(done).toMatchObject({
    replaced: 1,
    refused: [{ index: 1, reason: expect.stringContaining('another in feature 0') }],
  });
});

test.skipIf(!existsSync(path.join(shared, 'data'))).each(files)(
  'real areas of %s come in by %s (skips without MARSAD_SHARED)',
  async (file, property) => {
    const bytes = readFileSync(path.join(shared, 'data', file));
    const features = JSON.parse(String(file.endsWith('.gz') ? gunzipSync(bytes) : bytes)).features as {
      properties: Record<string, unknown>;
    }[];
    const codes = [...new Set(features.map((one) => String(one.properties[property])))];
    const [force] = await query(
      `WITH n AS (SELECT nextval(pg_get_serial_sequence('org_unit', 'unit_id'))::int AS id)
       INSERT INTO org_unit (unit_id, kind, code, name_ar, name_en, name_fr, force_id, time_zone)
       SELECT id, 'force', $1, $1, $1, $1, id, 'UTC' FROM n RETURNING unit_id`,
      [file],
    );
    await query(
      `INSERT INTO org_unit (kind, code, name_ar, name_en, name_fr, parent_id, force_id, time_zone)
       SELECT 'station', c, c, c, c, $1, $1, 'UTC' FROM unnest($2::text[]) AS c`,
      [force.unit_id, codes.slice(1)],
    );
    await server.organisation.reload();
    const done = await run(createReadStream(path.join(shared, 'data', file)), {
      forceId: force.unit_id,
      kind: 'station',
      property,
    });
    expect(done.features).toBe(features.length);
    // One unit was left out above: its feature is refused by name, the others stand.
    expect(done).toMatchObject({ added: codes.length - 1, refused: [{ code: codes[0] }] });
  },
);
