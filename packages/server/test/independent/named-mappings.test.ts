// The named mappings against their whole files: judged row by row in a trial, and a part of each written in earnest.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { importIncidents } from '../../src/capabilities/sync/import-incidents.ts';
import { findShippedMapping } from '../../src/capabilities/sync/index.ts';
import { connectClient } from '../../src/platform/db/pools.ts';
import type { Actor } from '../../src/platform/operations/actor.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { areasAt, instantsOf, readPolygons, readRaw } from './named-mappings.ts';

const shared = process.env.MARSAD_SHARED ?? path.resolve(import.meta.dirname, '../../../../../shared');
const thefts = 'nyc-vehicle-thefts/thefts.csv.gz';
const assaults = 'chicago-assaults/assaults.csv.gz';
const here = existsSync(path.join(shared, 'data', thefts)) && existsSync(path.join(shared, 'data', assaults));
const folder = mkdtempSync(path.join(tmpdir(), 'marsad-named-'));
let server: TestServer;
let admin: Actor;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  const [person] = await query<{ person_id: string }>("SELECT person_id FROM person WHERE user_name = 'admin'");
  const found = await server.directory.findPerson(person?.person_id ?? '');
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
const run = (name: string, file: string, dryRun: boolean) => {
  const mapping = findShippedMapping(name);
  if (!mapping) throw new Error(`Expected the mapping ${name}, got none.`);
  const request = { file, fileName: 'part.csv', mapping, actor: admin, dryRun };
  return importIncidents({ runner: server.runner, organisation: server.organisation }, request);
};
/** Makes a force with units that have areas, as `marsad areas import` leaves them. */
async function makeForce(code: string, zone: string, kind: string, units: { code: string; feature: unknown }[]) {
  const insert = `INSERT INTO org_unit (kind, code, name_ar, name_en, name_fr, parent_id, force_id, time_zone)
    VALUES ($1, $2::text, $2, $2, $2, $3, $3, $4) ON CONFLICT (force_id, kind, code) DO UPDATE SET code = excluded.code RETURNING unit_id`;
  const [force] = await query<{ unit_id: number }>(
    `WITH n AS (SELECT nextval(pg_get_serial_sequence('org_unit', 'unit_id'))::int AS id)
     INSERT INTO org_unit (unit_id, kind, code, name_ar, name_en, name_fr, force_id, time_zone)
     SELECT id, 'force', $1::text, $1, $1, $1, id, $2 FROM n RETURNING unit_id`,
    [code, zone],
  );
  for (const unit of units) {
    const [made] = await query<{ unit_id: number }>(insert, [kind, unit.code, force?.unit_id, zone]);
    const { geometry } = unit.feature as { geometry: object };
    await query('INSERT INTO org_unit_area (unit_id, geometry) VALUES ($1, $2)', [
      made?.unit_id,
      JSON.stringify(geometry),
    ]);
  }
  await server.organisation.reload();
}
/** The first rows of a raw file as a file. */
function partOf(rows: readonly Record<string, string>[]): string {
  const file = path.join(folder, 'part.csv');
  const names = Object.keys(rows[0] ?? {});
  writeFileSync(file, [names.join(','), ...rows.map((row) => names.map((name) => row[name]).join(','))].join('\n'));
  return file;
}
const countBy = (values: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

test.skipIf(!here)(
  'New York: windows as they were, an open one kept open, rooms by precinct, clock changes counted',
  async () => {
    const raw = readRaw(shared, thefts);
    const { areas, features } = readPolygons(shared, 'nyc-vehicle-thefts/precincts.geojson.gz', 'Precinct');
    const units = areas.map((area, index) => ({ code: `NYC-P${area.name}`, feature: features[index] }));
    await makeForce('NYC', 'America/New_York', 'operations_room', units);
    const times = raw.flatMap((row) => [row.date_start ?? '', row.date_end ?? '']).filter((text) => text !== '');
    const kinds = countBy(times.map((text) => String(instantsOf(text, 'America/New_York').length)));
    const trial = await run('nyc-thefts', path.join(shared, 'data', thefts), true);
    expect(trial).toMatchObject({ rows: raw.length, accepted: raw.length, rejected: 0, incidents: 0 });
    expect(trial.statistics).toMatchObject({ gaps: kinds['0'] ?? 0, overlaps: kinds['2'] ?? 0 });

    const part = raw.slice(0, 1_500);
    expect(await run('nyc-thefts', partOf(part), false)).toMatchObject({ rejected: 0, incidents: part.length });
    const written = await query<{ source_key: string; room: string; from: string; to: string | null; created: string }>(
      `SELECT source_key, r.code AS room, occurred_from AS "from", occurred_to AS "to", created_at AS created
     FROM incident i JOIN org_unit r ON r.unit_id = i.room_id WHERE source_key = ANY ($1)`,
      [part.map((row) => row.uid)],
    );
    const instant = (local: string | undefined) =>
      new Date(instantsOf(local ?? '', 'America/New_York')[0] ?? 0).toISOString();
    const expected = part.map((row) => {
      const [precinct] = areasAt(areas, Number(row.longitude), Number(row.latitude));
      return {
        source_key: row.uid,
        room: precinct === undefined ? 'NYC-1' : `NYC-P${precinct}`,
        from: instant(row.date_start),
        to: row.date_end ? instant(row.date_end) : null,
        created: instant(row.date_end || row.date_start),
      };
    });
    const byKey = (a: { source_key?: string | undefined }, b: { source_key?: string | undefined }) =>
      String(a.source_key).localeCompare(String(b.source_key));
    expect(written.sort(byKey)).toEqual(expected.sort(byKey));
  },
);

test.skipIf(!here)(
  'Chicago: the stated district is kept, and where the polygons say another it is marked and counted',
  async () => {
    const raw = readRaw(shared, assaults);
    const { areas, features } = readPolygons(shared, 'chicago-assaults/districts.geojson.gz', 'district');
    const units = areas.map((area, index) => ({ code: `CHI-D${area.name}`, feature: features[index] }));
    await makeForce('CHI', 'America/Chicago', 'station', units);
    const isElsewhere = (row: Record<string, string>): boolean => {
      const held = areasAt(areas, Number(row.longitude), Number(row.latitude));
      return held.length > 0 && !held.includes(row.district ?? '');
    };
    const marked = new Set(raw.filter(isElsewhere));
    const kinds = countBy(raw.map((row) => String(instantsOf(row.date ?? '', 'America/Chicago').length)));
    const trial = await run('chicago-assaults', path.join(shared, 'data', assaults), true);
    expect(trial).toMatchObject({ rows: raw.length, accepted: raw.length, rejected: 0 });
    expect(trial.statistics).toEqual({
      gaps: kinds['0'] ?? 0,
      overlaps: kinds['2'] ?? 0,
      elsewhere: marked.size,
      kept: 0,
    });
    expect(trial.statistics.elsewhere).toBeGreaterThan(0);

    // A part that surely holds some of both.
    const part = [...raw.slice(0, 1_000), ...[...marked].slice(-100)];
    const keyOf = (row: Record<string, string>) => [row.date, row.longitude, row.latitude, row.loc_cat].join('|');
    const done = await run('chicago-assaults', partOf(part), false);
    expect(done).toMatchObject({ rejected: 0, incidents: new Set(part.map(keyOf)).size });
    const written = await query<{ source_key: string; station: string; mark: string | null }>(
      `SELECT source_key, s.code AS station, (SELECT data->>'stationOfPoint' FROM timeline_entry t
       WHERE t.incident_id = i.incident_id AND t.kind = 'imported') AS mark
     FROM incident i JOIN org_unit s ON s.unit_id = i.station_id WHERE source_key = ANY ($1)`,
      [part.map(keyOf)],
    );
    // Of two rows with one key both state the same district.
    const rows = new Map(part.map((row) => [keyOf(row), row]));
    for (const { source_key, station, mark } of written) {
      const row = rows.get(source_key) ?? {};
      expect(station).toBe(`CHI-D${row.district}`);
      expect(mark !== null).toBe(marked.has(row));
    }
  },
);
