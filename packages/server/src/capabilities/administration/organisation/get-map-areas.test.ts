import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { boundingBoxOf } from '@marsad/contract/platform/geometry.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../../test/server.ts';
import { createPool } from '../../../platform/db/pools.ts';
import { drawAreas, mostCorners } from './draw-areas.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'marsad-streets-'));
const streetsFile = path.join(folder, 'a country.pmtiles');
let server: TestServer;
beforeAll(async () => {
  writeFileSync(streetsFile, 'PMTiles-of-a-country');
  server = await startTestServer(inject('ownerUrl'), { streetsFile });
});
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  version: string;
  streets: string | null;
  drawn: { areas: { unitId: number; kind: string; polygons: [number, number][][][] }[]; land: unknown[] } | null;
}
async function ask(user: string, forceId: number, version?: string) {
  const query = version === undefined ? '' : `?version=${version}`;
  const answer = await server.http.inject({
    url: `/api/map/areas/${forceId}${query}`,
    headers: { cookie: await server.signIn(user) },
  });
  return { status: answer.statusCode, body: answer.json() as Answer };
}

test('a person of the force gets its areas, small enough, where they are, with the land around', async () => {
  const { status, body } = await ask('calltaker', server.unit('PRA'));
  expect(status).toBe(200);
  expect(body.streets).toBe('/api/map/streets.pmtiles');
  const room = body.drawn?.areas.find((area) => area.unitId === server.unit('TRI'));
  expect(room?.kind).toBe('operations_room');
  const [west, south, east, north] = boundingBoxOf({ type: 'MultiPolygon', coordinates: room?.polygons ?? [] });
  // Tripoli, as the gazetteer of the world has it.
  expect(west < 35.85 && east > 35.83 && south < 34.44 && north > 34.42).toBe(true);
  expect(body.drawn?.land.length).toBeGreaterThan(0);
  expect(JSON.stringify(body).length).toBeLessThan(1_500_000);
});

test('who holds the version gets no areas again, until one of them changes', async () => {
  const forceId = server.unit('PRA');
  const first = await ask('hq', forceId);
  const again = await ask('hq', forceId, first.body.version);
  expect(again.body).toMatchObject({ version: first.body.version, drawn: null });
  const owner = createPool(server.ownerUrl, { max: 1, name: 'test' });
  await owner.query("UPDATE org_unit_area SET valid_to = '2020-01-01' WHERE unit_id = $1", [server.unit('AKK')]);
  await owner.end();
  const changed = await ask('hq', forceId, first.body.version);
  expect(changed.body.version).not.toBe(first.body.version);
  expect(changed.body.drawn?.areas.some((area) => area.unitId === server.unit('AKK'))).toBe(false);
});

test('a force beyond the rights, a unit that is none, and nobody signed in are refused', async () => {
  const owner = createPool(server.ownerUrl, { max: 1, name: 'test' });
  const made = await owner.query(
    `INSERT INTO org_unit (kind, code, name_ar, name_en, name_fr, force_id, time_zone)
     VALUES ('force', 'OTH', 'قوة أخرى', 'Other', 'Autre', currval(pg_get_serial_sequence('org_unit', 'unit_id')), 'UTC') RETURNING unit_id`,
  );
  await owner.query('UPDATE org_unit SET force_id = unit_id WHERE unit_id = $1', [made.rows[0].unit_id]);
  await owner.end();
  await server.organisation.reload();
  expect((await ask('dispatcher', made.rows[0].unit_id)).status).toBe(404);
  expect((await ask('admin', made.rows[0].unit_id)).body.drawn).toEqual({ areas: [], land: [] });
  expect((await ask('dispatcher', server.unit('TRI'))).status).toBe(404);
  expect((await server.http.inject({ url: `/api/map/areas/${server.unit('PRA')}` })).statusCode).toBe(401);
});

test('streets come by ranges, to whoever is signed in', async () => {
  const cookie = await server.signIn('calltaker');
  const part = await server.http.inject({
    url: '/api/map/streets.pmtiles',
    headers: { cookie, range: 'bytes=0-6' },
  });
  expect([part.statusCode, part.body]).toEqual([206, 'PMTiles']);
  expect((await server.http.inject({ url: '/api/map/streets.pmtiles' })).statusCode).toBe(401);
});

test('however finely an area is drawn, no more corners leave than a screen can take', () => {
  const corners = 120_000;
  const ring = Array.from({ length: corners }, (_, index): [number, number] => {
    const angle = (2 * Math.PI * index) / corners;
    const wobble = 1 + (index % 2) * 0.002;
    return [35 + wobble * Math.cos(angle), 34 + wobble * Math.sin(angle)];
  });
  const geometry = { type: 'MultiPolygon' as const, coordinates: [[[...ring, ring[0] as [number, number]]]] };
  const { areas } = drawAreas([{ unitId: 1, kind: 'station', parentId: null, geometry }], () => []);
  const [outer] = areas[0]?.polygons[0] ?? [];
  expect(outer?.length).toBeLessThanOrEqual(mostCorners);
  expect(outer?.[0]).toEqual(outer?.at(-1));
});
