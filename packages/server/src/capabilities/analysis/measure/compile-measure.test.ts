import type { Dimension, Measure } from '@marsad/contract/analysis/measure.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { feed } from '../mart/feed-mart.ts';
import { assignment, at, incident, lookups, withMart } from '../mart/mart.fixture.ts';
import type { Mart } from '../mart/mart.ts';
import type { MartIncident } from '../mart/mart-incident.ts';
import { writeLookups } from '../mart/write-lookups.ts';
import { compileMeasure } from './compile-measure.ts';
import { parentCell } from './dimensions.ts';
import { runMeasure } from './run-measure.ts';

const everything = { units: [1], pairs: [], ownUnits: [] };
const filters = { from: '2026-02-01', to: '2026-04-30' };
const rooms = [
  [10, 11],
  [10, 12],
  [10, null],
  [20, 21],
] as const;
const cells = ['891f1d48177ffff', '891f1d4817bffff', '892da91b0abffff', null];

/** 400 incidents whose fields go round with different periods, so that every combination of few occurs. */
const incidents: MartIncident[] = Array.from({ length: 400 }, (_, n) => {
  const [roomId, stationId] = rooms[n % 4] ?? [10, null];
  const created = n * 7_919;
  const dispatched = n % 11 === 0 ? null : at(created + 30 + (n % 90) - (n % 13 === 0 ? 200 : 0));
  const onScene = n % 7 === 0 ? null : at(created + 300 + ((n * 37) % 900));
  const cell = cells[n % 4] ?? null;
  return incident(n, {
    roomId,
    stationId,
    typeId: 1 + (n % 5),
    priority: 1 + (n % 3),
    origin: n % 5 === 3 ? 'police_initiated' : 'reported',
    status: n % 17 === 0 ? 'cancelled' : n % 19 === 0 ? 'duplicate' : 'closed',
    everHeld: n % 23 === 0,
    createdAt: at(created),
    firstDispatchedAt: dispatched,
    firstOnSceneAt: onScene,
    dueAt: n % 3 === 0 ? at(created + 600) : null,
    longitude: cell ? 35.5 : null,
    latitude: cell ? 33.9 : null,
    h3Cell: cell,
    assignments: [assignment(n, { assignedAt: dispatched, onSceneAt: onScene, clearedAt: at(created + 2_000) })],
  });
});

let mart: Mart;
let done: () => void;
let finished: Promise<void>;
beforeAll(async () => {
  await new Promise<void>((ready, failed) => {
    finished = withMart(async (opened) => {
      mart = opened;
      await writeLookups(mart, lookups);
      await feed(mart, incidents, { position: 1, epoch: 'e', at: at(0) });
      ready();
      await new Promise<void>((resolve) => {
        done = resolve;
      });
    });
    finished.catch(failed);
  });
});
afterAll(async () => {
  done();
  await finished;
});

const count = (by: Dimension[], change: Partial<Measure['filters']> = {}): Measure => ({
  what: 'incidents',
  statistic: 'count',
  by,
  filters: { ...filters, ...change },
  h3Resolution: 8,
});
const dimensions: Dimension[] = [
  'week',
  'month',
  'day',
  'hour',
  'weekday',
  'type',
  'type_group',
  'origin',
  'room',
  'station',
  'priority',
  'h3',
];

const hostile = fc.oneof(
  fc.constantFrom("theft' OR 1=1 --", '$1', "'; DROP TABLE incident; --", 'theft', 'theft.vehicle', '%', '\\'),
  fc.string({ minLength: 1, maxLength: 40 }),
);
const anyMeasure: fc.Arbitrary<Measure> = fc
  .record({
    kind: fc.constantFrom<Partial<Measure>[]>(
      { what: 'incidents', statistic: 'count' },
      { what: 'assignments', statistic: 'count' },
      { what: 'interval', statistic: 'median', interval: 'queue' },
      { what: 'interval', statistic: 'p90', interval: 'response' },
      { what: 'interval', statistic: 'share_within', interval: 'response', limitSeconds: 'own' },
      { what: 'interval', statistic: 'share_within', interval: 'travel', limitSeconds: 480 },
      { what: 'assignments', statistic: 'median', interval: 'unit_consumed' },
    ),
    by: fc.uniqueArray(fc.constantFrom(...dimensions), { maxLength: 3 }),
    h3Resolution: fc.integer({ min: 4, max: 9 }),
    typeCodes: fc.option(fc.array(hostile, { maxLength: 3 }), { nil: undefined }),
    units: fc.option(fc.array(fc.constantFrom(1, 2, 10, 11, 20, 21, 99), { maxLength: 3 }), { nil: undefined }),
    origin: fc.constantFrom(undefined, 'reported' as const, 'police_initiated' as const, 'both' as const),
    priorities: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }), { nil: undefined }),
    hours: fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 23 })), { nil: undefined }),
    asOf: fc.constantFrom(undefined, '2027-01-01T00:00:00Z'),
  })
  .map(({ kind, by, h3Resolution, ...change }) => ({
    what: 'incidents' as const,
    statistic: 'count' as const,
    ...kind,
    by,
    h3Resolution,
    filters: { ...filters, ...change },
  }));

test('any measure compiles and runs, its parts make up the whole, and no text of a filter stands in the statement', async () => {
  await fc.assert(
    fc.asyncProperty(anyMeasure, async (measure) => {
      const { sql } = compileMeasure(measure, everything);
      for (const code of measure.filters.typeCodes ?? []) {
        if (code.length > 4 && !/^[a-z_ ]+$/i.test(code)) expect(sql.includes(code)).toBe(false);
      }
      const result = await runMeasure(mart, measure, everything);
      const out = Object.values(result.total.leftOut).reduce((sum, each) => sum + each, 0);
      expect(result.total.count + out).toBe(result.considered);
      if (measure.by.length > 0) {
        expect(result.rows.reduce((sum, row) => sum + row.count, 0)).toBe(result.total.count);
      }
      // A statement's shape depends on which filters are set, never on their values.
      const other = {
        ...measure,
        filters: { ...measure.filters, typeCodes: measure.filters.typeCodes?.map(() => 'zzz') },
      };
      expect(compileMeasure(other, everything).sql).toBe(sql);
    }),
    { numRuns: 150 },
  );
});

test('shows an area its own incidents and no others', async () => {
  const total = async (area: Parameters<typeof runMeasure>[2], change = {}) =>
    (await runMeasure(mart, count([], change), area)).considered;
  const of = (test: (one: MartIncident) => boolean) => incidents.filter(test).length;
  expect(await total({ units: [], pairs: [], ownUnits: [] })).toBe(0);
  expect(await total({ units: [], pairs: [], ownUnits: [1, 10] })).toBe(0);
  expect(await total({ units: [20], pairs: [], ownUnits: [] })).toBe(of((one) => one.roomId === 20));
  expect(await total({ units: [12], pairs: [], ownUnits: [] })).toBe(of((one) => one.stationId === 12));
  const pair = ((10n << 32n) | 4n).toString();
  const inPair = (one: MartIncident) => one.roomId === 10 && one.typeId === 4;
  expect(await total({ units: [20], pairs: [pair], ownUnits: [] })).toBe(of((one) => one.roomId === 20 || inPair(one)));
  // A filter narrows an area and never widens it.
  expect(await total({ units: [20], pairs: [], ownUnits: [] }, { units: [1] })).toBe(of((one) => one.roomId === 20));
  expect(await total({ units: [20], pairs: [], ownUnits: [] }, { units: [10] })).toBe(0);
});

test('a unit stands for everything under it and a type for its subtree', async () => {
  const total = async (change: Partial<Measure['filters']>) =>
    (await runMeasure(mart, count([], change), everything)).considered;
  expect(await total({ units: [2] })).toBe(400);
  expect(await total({ units: [10] })).toBe(300);
  // "theft" is theft, theft.vehicle and theft.burglary, but not theftless.
  expect(await total({ typeCodes: ['theft'] })).toBe(240);
});

test('counts what is left out by the first reason that holds', async () => {
  const measure: Measure = { ...count([]), what: 'interval', statistic: 'median', interval: 'response' };
  const { total, considered } = await runMeasure(mart, measure, everything);
  const expected: Record<string, number> = {};
  let entering = 0;
  for (const one of incidents) {
    const reason =
      one.status === 'duplicate' || one.status === 'cancelled'
        ? one.status
        : one.origin === 'police_initiated'
          ? one.origin
          : one.everHeld
            ? 'deliberate_hold'
            : one.firstOnSceneAt === null
              ? 'clock_missing'
              : null;
    if (reason) expected[reason] = (expected[reason] ?? 0) + 1;
    else entering++;
  }
  expect(considered).toBe(400);
  expect(total.leftOut).toEqual(expected);
  expect(total.count).toBe(entering);
});

test('completeness and rate', async () => {
  const complete: Measure = { ...count([]), what: 'completeness', statistic: 'share_present' };
  const result = await runMeasure(mart, complete, everything);
  const judged = incidents.filter((one) => one.status === 'closed' && one.origin === 'reported');
  const position = result.rows.find((row) => row.keys.field === 'position');
  expect(position?.value).toBeCloseTo(judged.filter((one) => one.longitude !== null).length / judged.length, 12);
  const rate = await runMeasure(mart, { ...count(['room']), statistic: 'rate' }, everything);
  const real = (roomId: number) =>
    incidents.filter((one) => one.roomId === roomId && one.status !== 'duplicate').length;
  expect(rate.rows.map((row) => row.value)).toEqual([(real(10) * 1e5) / 200_000, (real(20) * 1e5) / 100_000]);
  expect(rate.total.value).toBeCloseTo(((real(10) + real(20)) * 1e5) / 300_000, 9);
});

test('coarser cells are the parents that H3 gives', async () => {
  const { cellToParent } = await import('h3-js');
  for (const cell of ['891f1d48177ffff', '892da91b0abffff', '89283082837ffff']) {
    for (const resolution of [9, 8, 7, 6, 5, 4]) {
      const [row] = await mart.file.read(`SELECT ${parentCell('$1::UBIGINT', resolution)} AS parent`, [
        BigInt(`0x${cell}`),
      ]);
      expect(BigInt(String(row?.parent)).toString(16)).toBe(cellToParent(cell, resolution));
    }
  }
});

test('refuses measures that say nothing', () => {
  const bad: Partial<Measure>[] = [
    { statistic: 'median' },
    { what: 'interval', statistic: 'count' },
    { what: 'interval', statistic: 'share_within', interval: 'queue' },
    { statistic: 'rate', by: ['week'] },
    { by: ['week', 'week'] },
    { filters: { from: '2026-05-01', to: '2026-04-01' } },
    { filters: { from: "2026-05-01'--", to: '2026-06-01' } },
  ];
  for (const change of bad) expect(() => compileMeasure({ ...count([]), ...change }, everything)).toThrow();
});
