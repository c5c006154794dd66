// The practice force as those who try the product meet it: whole, plausible, the same for the same seed, its faults told.
import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../../test/server.ts';
import { connectClient, createPool } from '../../../platform/db/pools.ts';
import { distanceMetres } from '../../../platform/places/distance.ts';
import { isWithin } from './geography.ts';
import { practiceLand } from './load-practice-force.ts';
import { loadPracticeIncidents, PracticeError } from './load-practice-incidents.ts';

const until = new Date('2026-06-15T09:30:00Z');
const wanted = 6_000;
let server: TestServer;
let key: string[][];
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
  key = await fill(server, 1);
});
afterAll(() => server.close());

async function fill(into: TestServer, seed: number): Promise<string[][]> {
  const client = await connectClient(into.ownerUrl, 'test');
  const answerKey = new PassThrough();
  const told = text(answerKey);
  try {
    await loadPracticeIncidents(client, { incidents: wanted, seed, until, answerKey });
  } finally {
    await client.end();
  }
  return (await told)
    .trim()
    .split('\n')
    .map((line) => line.split(','));
}
async function query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const pool = createPool(server.ownerUrl, { max: 1, name: 'test' });
  try {
    return (await pool.query(sql, values)).rows as Row[];
  } finally {
    await pool.end();
  }
}

test('a national force: seven teams, six centres, twenty-two rooms, about two thousand people and six hundred units', async () => {
  const kinds = await query<{ kind: string; n: number }>('SELECT kind, count(*) AS n FROM org_unit GROUP BY kind');
  expect(Object.fromEntries(kinds.map((one) => [one.kind, one.n]))).toMatchObject({
    force: 1,
    headquarters: 1,
    command_centre: 6,
    operations_room: 22,
    analysis_team: 7,
    department: 4,
    station: 132,
  });
  const [counts] = await query<{ people: number; units: number }>(
    'SELECT (SELECT count(*) FROM post) AS people, (SELECT count(*) FROM patrol_unit) AS units',
  );
  expect(counts?.people).toBeGreaterThan(1_900);
  expect(counts?.people).toBeLessThan(2_300);
  expect(counts?.units).toBe(594);
  const names = await query("SELECT 1 FROM person WHERE name_ar !~ '^[\\u0600-\\u06FF ]+$'");
  expect(names).toEqual([]);
});

test('exactly as many incidents as asked for, over eight years, each with its number, clocks in order but for the planted', async () => {
  const [counts] = await query<{ n: number; first: string; last: string; numbers: number }>(
    'SELECT count(*) AS n, min(created_at) AS first, max(created_at) AS last, count(DISTINCT number) AS numbers FROM incident',
  );
  expect(counts).toMatchObject({ n: wanted, numbers: wanted });
  expect(counts?.first.slice(0, 7)).toBe('2018-06');
  expect(new Date(counts?.last ?? 0) <= until).toBe(true);
  const wrong = await query<{ incident_id: string }>(
    'SELECT DISTINCT incident_id FROM assignment WHERE acknowledged_at < assigned_at OR en_route_at < acknowledged_at OR on_scene_at < en_route_at OR cleared_at < on_scene_at',
  );
  const planted = new Set(key.filter(([kind]) => kind === 'impossible_order').map(([, id]) => id));
  expect(wrong.map((row) => row.incident_id).filter((id) => !planted.has(id))).toEqual([]);
  expect(wrong.length).toBeGreaterThan(0);
});

test('each planted fault is in the record it names, and says what stood there', async () => {
  const find = async (id: string) =>
    (
      await query<Record<string, never>>(
        'SELECT i.*, t.code AS type FROM incident i JOIN incident_type t USING (type_id) WHERE incident_id = $1',
        [id],
      )
    )[0];
  const first = (kind: string): string[] => key.find((row) => row[0] === kind) ?? [];
  expect((await find(first('missing_position')[1] ?? ''))?.longitude).toBeNull();
  expect((await find(first('missing_disposition')[1] ?? ''))?.disposition_id).toBeNull();
  expect(await find(first('late_entry')[1] ?? '')).toMatchObject({ status: 'closed' });
  const [swapped] = await query<{ longitude: number; latitude: number }>(
    'SELECT longitude, latitude FROM incident WHERE incident_id = $1',
    [first('swapped_coordinates')[1]],
  );
  expect(Number(swapped?.longitude)).toBeLessThan(Number(swapped?.latitude));
  const [, copy, , , original] = first('duplicate');
  const pair = await query<{ longitude: number; latitude: number; created_at: string; room_id: number }>(
    'SELECT longitude, latitude, created_at, room_id FROM incident WHERE incident_id = ANY ($1) AND longitude IS NOT NULL ORDER BY created_at',
    [[copy, original]],
  );
  expect(new Set(pair.map((one) => one.room_id)).size).toBe(1);
  const kinds = new Set(key.slice(1).map(([kind]) => kind));
  expect(kinds.size).toBeGreaterThanOrEqual(14);
});

test('what is told as a near repeat lies near an earlier burglary, days before', async () => {
  const burglaries = await query<{ id: string; at: string; longitude: number; latitude: number }>(
    "SELECT incident_id AS id, created_at AS at, longitude, latitude FROM incident JOIN incident_type t USING (type_id) WHERE t.code = 'burglary.home' AND longitude BETWEEN 35 AND 37 AND latitude BETWEEN 33 AND 35 ORDER BY created_at",
  );
  const repeats = key.filter(([kind]) => kind === 'near_repeat').map(([, id]) => id);
  expect(repeats.length).toBeGreaterThan(5);
  const near = repeats.filter((id) => {
    const one = burglaries.find((row) => row.id === id);
    if (!one) return false;
    return burglaries.some((other) => {
      const days = (Date.parse(one.at) - Date.parse(other.at)) / 86_400_000;
      const metres = distanceMetres([one.longitude, one.latitude], [other.longitude, other.latitude]);
      return days > 0 && days < 45 && metres < 600;
    });
  });
  expect(near.length / repeats.length).toBeGreaterThan(0.85);
});

test('every place of the country lies in one room, and a room’s stations cover it', () => {
  const land = practiceLand();
  for (let x = 35.2; x < 36.6; x += 0.05) {
    for (let y = 33.1; y < 34.7; y += 0.05) {
      if (!isWithin(land.outline, [x, y])) continue;
      const rooms = land.rooms.filter((room) => isWithin(room.area, [x, y]));
      expect(rooms, `${x},${y}`).toHaveLength(1);
      expect(rooms[0]?.stations.filter((station) => isWithin(station.area, [x, y]))).toHaveLength(1);
    }
  }
});

test('the same seed makes the same incidents, another seed others; a force that has incidents gets no more', async () => {
  const digest = async (into: TestServer): Promise<string> => {
    const client = await connectClient(into.ownerUrl, 'test');
    const rows = await client.query(
      'SELECT incident_id, number, narrative, longitude, closed_at FROM incident ORDER BY incident_id',
    );
    await client.end();
    return createHash('sha256').update(JSON.stringify(rows.rows)).digest('hex');
  };
  const [same, other] = [await startTestServer(inject('ownerUrl')), await startTestServer(inject('ownerUrl'))];
  try {
    await fill(same, 1);
    await fill(other, 2);
    expect(await digest(same)).toBe(await digest(server));
    expect(await digest(other)).not.toBe(await digest(server));
    await expect(fill(same, 3)).rejects.toThrowError(PracticeError);
  } finally {
    await same.close();
    await other.close();
  }
});

test('the room whose trend turns has more afterwards, the others have not', async () => {
  const share = await query<{ after: boolean; share: number }>(`
    SELECT created_at >= '2024-01-21' AS after, (count(*) FILTER (WHERE u.code = 'ZAH'))::float / count(*) AS share
    FROM incident JOIN org_unit u ON u.unit_id = room_id GROUP BY 1 ORDER BY 1`);
  expect(Number(share[1]?.share) / Number(share[0]?.share)).toBeGreaterThan(1.25);
});
