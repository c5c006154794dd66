// From the raw file to the answer over HTTP: imported, stored, told by events, fed to the mart, asked as an analyst asks.
// What comes out must be what an independent script makes of the same file.
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { interval } from '@marsad/contract/analysis/measure.ts';
import type { Figure, MeasureResult } from '@marsad/contract/analysis/measure-result.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { findTerminalActor } from '../../src/capabilities/administration/index.ts';
import { importFile, readMappingFile } from '../../src/capabilities/sync/index.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { type IntervalFigures, type RawCall, readCalls, sanFranciscoIntervals, valuesOf } from './sf-intervals.ts';

type Calls = ReturnType<typeof readCalls>;

const shared = process.env.MARSAD_SHARED ?? resolve(import.meta.dirname, '../../../../../shared');
const file = join(shared, 'data/sf-fire/calls-2020-04.csv');
const noFile = (): never => {
  throw new Error('Expected no refused row in this file, got one.');
};
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(inject('ownerUrl'));
});
afterAll(() => server.close());

async function importSanFrancisco(): Promise<void> {
  const { runner, organisation } = server;
  const actor = await findTerminalActor(runner.db, server.directory, 'admin');
  if (!actor) throw new Error('Expected the practice administrator, got nobody.');
  const mapping = readMappingFile('sf-fire', noFile);
  const request = { file, fileName: basename(file), mapping, actor, dryRun: false, language: 'en' } as const;
  await importFile({ runner, organisation }, { ...request, errorFile: noFile });
  await server.martCaughtUp();
}

const kinds = [
  'answer',
  'processing',
  'queue',
  'turnout',
  'travel',
  'response',
  'onScene',
  'unitConsumed',
  'totalConsumed',
];
const raw = interval.options;
const month = { from: '2020-04-01', to: '2020-04-30' };

async function ask(cookie: string, operation: 'overview' | 'measure', payload: object) {
  const answer = await server.http.inject({
    method: 'POST',
    url: `/api/analysis/${operation}`,
    headers: { cookie },
    payload,
  });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  return answer.json();
}

function expectFigure(name: string, figure: Figure, figures: IntervalFigures, cancelled: number): void {
  expect({
    name,
    count: figure.count,
    cancelled: figure.leftOut.cancelled ?? 0,
    missing: figure.leftOut.clock_missing ?? 0,
    backwards: figure.leftOut.impossible_order ?? 0,
  }).toEqual({
    name,
    count: figures.count,
    cancelled,
    missing: figures.clockMissing,
    backwards: figures.impossibleOrder,
  });
  if (figures.median === null || figures.p90 === null) {
    expect([figure.median, figure.p90], name).toEqual([null, null]);
    return;
  }
  expect(figure.median, name).toBeCloseTo(figures.median, 9);
  expect(figure.p90, name).toBeCloseTo(figures.p90, 9);
  if (figure.shareWithin === undefined) return;
  expect(figure.shareWithin, name).toBeCloseTo(figures.withinEightMinutes / figures.count, 12);
}

/** What the Overview says under filters, against what the raw file gives for the same calls. */
async function expectOverview(cookie: string, calls: Calls, filters: object, wanted: (call: RawCall) => boolean) {
  const expected = sanFranciscoIntervals(calls, wanted);
  const overview = await ask(cookie, 'overview', { filters: { ...month, ...filters }, responseLimitSeconds: 480 });
  for (const [index, kind] of kinds.entries()) {
    const { total, considered } = overview[kind].result as MeasureResult;
    const name = raw[index] as (typeof raw)[number];
    const what = `${name} ${JSON.stringify(filters)}`;
    expect(considered, what).toBe(expected.incidents);
    expectFigure(what, total, expected.figures[name], expected.cancelled);
  }
  return expected.incidents;
}

test.skipIf(!existsSync(file))(
  'the intervals of San Francisco come out as the raw file gives them: whole, by room, and by every filter',
  async () => {
    const calls = readCalls(file);
    const whole = sanFranciscoIntervals(calls);
    expect(whole.incidents).toBe(5292);
    await importSanFrancisco();
    const cookie = await server.signIn('analyst');
    const battalions = valuesOf(calls, (call) => call.battalion);
    expect(battalions).toHaveLength(11);
    for (const name of raw) {
      const measure = {
        what: 'interval',
        interval: name,
        statistic: 'share_within',
        limitSeconds: 480,
        filters: month,
      };
      const { result } = await ask(cookie, 'measure', { measure });
      expect(result.considered).toBe(5292);
      expectFigure(name, result.total, whole.figures[name], whole.cancelled);
      const rooms = (await ask(cookie, 'measure', { measure: { ...measure, by: ['room'] } })).result as MeasureResult;
      expect(rooms.rows, name).toHaveLength(battalions.length);
      for (const battalion of battalions) {
        const expected = sanFranciscoIntervals(calls, (call) => call.battalion === battalion);
        const row = rooms.rows.find((one) => one.keys.room === server.unit(`SF-${battalion}`));
        if (!row) throw new Error(`Expected a row of ${battalion}, got none.`);
        expectFigure(`${name} ${battalion}`, row, expected.figures[name], expected.cancelled);
      }
    }

    const check = (filters: object, wanted: (call: RawCall) => boolean) =>
      expectOverview(cookie, calls, filters, wanted);
    let together = 0;
    for (const battalion of battalions)
      together += await check({ units: [server.unit(`SF-${battalion}`)] }, (call) => call.battalion === battalion);
    expect(together).toBe(5292);
    const fire = /Alarms|Fire|Gas Leak|Smoke|Electrical|Odor|Fuel/;
    await check({ units: [server.unit('SF')] }, () => true);
    await check({ units: [server.unit('SF-S03')] }, (call) => call.stationArea === '03');
    await check({ typeCodes: ['medical'] }, (call) => call.type === 'Medical Incident');
    await check({ typeCodes: ['fire'] }, (call) => fire.test(call.type));
    await check(
      { typeCodes: ['fire.alarm', 'traffic'] },
      ({ type }) => type === 'Alarms' || type === 'Traffic Collision',
    );
    await check({ priorities: [1] }, (call) => call.finalPriority === '3');
    await check({ priorities: [2] }, (call) => call.finalPriority === '2');
    await check({ origin: 'reported' }, () => true);
    expect(await check({ origin: 'police_initiated' }, () => false)).toBe(0);
    await check({ from: '2020-04-10', to: '2020-04-16' }, ({ day }) => day >= '2020-04-10' && day <= '2020-04-16');
    await check(
      {
        units: [server.unit('SF-B02'), server.unit('SF-B03')],
        typeCodes: ['medical'],
        priorities: [1],
        to: '2020-04-15',
      },
      (call) =>
        ['B02', 'B03'].includes(call.battalion) &&
        call.type === 'Medical Incident' &&
        call.finalPriority === '3' &&
        call.day <= '2020-04-15',
    );
  },
  120_000,
);
