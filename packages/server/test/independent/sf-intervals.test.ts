import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { interval } from '@marsad/contract/analysis/measure.ts';
import { expect, test } from 'vitest';
import { feed, runMeasure } from '../../src/capabilities/analysis/index.ts';
import { withMart } from '../../src/capabilities/analysis/mart/mart.fixture.ts';
import { sanFranciscoIntervals } from './sf-intervals.ts';
import { sanFranciscoMartIncidents } from './sf-mart-incidents.ts';

const shared = process.env.MARSAD_SHARED ?? resolve(import.meta.dirname, '../../../../../shared');
const file = join(shared, 'data/sf-fire/calls-2020-04.csv');

test.skipIf(!existsSync(file))('the intervals of San Francisco come out as the raw file gives them', () =>
  withMart(async (mart) => {
    const expected = sanFranciscoIntervals(file);
    expect(expected.incidents).toBe(5292);
    await feed(mart, sanFranciscoMartIncidents(file), { position: 1, epoch: 'sf', at: '2020-05-01T00:00:00.000Z' });
    for (const name of interval.options) {
      const { total, considered } = await runMeasure(
        mart,
        {
          what: 'interval',
          interval: name,
          statistic: 'share_within',
          limitSeconds: 480,
          filters: { from: '2020-04-01', to: '2020-04-30' },
          by: [],
          h3Resolution: 8,
        },
        { units: [1], pairs: [], ownUnits: [] },
      );
      const figures = expected.figures[name];
      expect(considered).toBe(5292);
      expect({
        name,
        count: total.count,
        missing: total.leftOut.clock_missing ?? 0,
        backwards: total.leftOut.impossible_order ?? 0,
      }).toEqual({
        name,
        count: figures.count,
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
  }),
);
