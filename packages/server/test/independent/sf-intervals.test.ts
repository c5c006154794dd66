// From the raw file to the answer over HTTP: imported, stored, told by events, fed to the mart, asked as an analyst asks.
// What comes out must be what an independent script makes of the same file.
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { interval } from '@marsad/contract/analysis/measure.ts';
import type { MeasureResult } from '@marsad/contract/analysis/measure-result.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { findTerminalActor } from '../../src/capabilities/administration/index.ts';
import { importFile, readMappingFile } from '../../src/capabilities/sync/index.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { sanFranciscoIntervals } from './sf-intervals.ts';

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

test.skipIf(!existsSync(file))(
  'the intervals of San Francisco come out as the raw file gives them',
  async () => {
    const expected = sanFranciscoIntervals(file);
    expect(expected.incidents).toBe(5292);
    await importSanFrancisco();
    const cookie = await server.signIn('analyst');
    for (const name of interval.options) {
      const measure = {
        what: 'interval',
        interval: name,
        statistic: 'share_within',
        limitSeconds: 480,
        filters: { from: '2020-04-01', to: '2020-04-30' },
      };
      const payload = { measure };
      const answer = await server.http.inject({
        method: 'POST',
        url: '/api/analysis/measure',
        headers: { cookie },
        payload,
      });
      const { total, considered } = answer.json().result as MeasureResult;
      const figures = expected.figures[name];
      expect(considered).toBe(5292);
      expect({
        name,
        count: total.count,
        cancelled: total.leftOut.cancelled ?? 0,
        missing: total.leftOut.clock_missing ?? 0,
        backwards: total.leftOut.impossible_order ?? 0,
      }).toEqual({
        name,
        count: figures.count,
        cancelled: expected.cancelled,
        missing: figures.clockMissing,
        backwards: figures.impossibleOrder,
      });
      if (figures.median === null || figures.p90 === null) {
        expect([total.median, total.p90]).toEqual([null, null]);
        continue;
      }
      expect(total.median).toBeCloseTo(figures.median, 9);
      expect(total.p90).toBeCloseTo(figures.p90, 9);
      expect(total.value).toBeCloseTo(figures.withinEightMinutes / figures.count, 12);
    }
  },
  60_000,
);
