import * as z from 'zod';
import { query } from '../platform/operation.ts';
import { measureFilters } from './measure.ts';
import { measured } from './measure-result.ts';

/** Names of the Overview's figures. Each is one measure; `lastYear` is `weeks` moved back 52 weeks. */
export const overviewFigure = z.enum([
  'weeks',
  'lastYear',
  'types',
  'origins',
  'rooms',
  'hours',
  'answer',
  'processing',
  'queue',
  'turnout',
  'travel',
  'response',
  'onScene',
  'unitConsumed',
  'totalConsumed',
  'completeness',
  'cells',
]);
export type OverviewFigure = z.infer<typeof overviewFigure>;

export const overviewRequest = z.object({
  filters: measureFilters.refine((filters) => filters.from <= filters.to, {
    path: ['from'],
    message: 'measure.period_reversed',
  }),
  h3Resolution: z.number().int().min(4).max(9).default(8),
  /** Seconds, or the limits that the force itself set (`own`), for the share of responses within the limit. */
  responseLimitSeconds: z.union([z.number().int().positive(), z.literal('own')]).default('own'),
});
export type OverviewRequest = z.infer<typeof overviewRequest>;

/** Every figure of the Overview in one answer, so that all stand on the same data. A read, by POST for its size. */
export const getOverview = query('analysis.read', {
  method: 'POST',
  path: '/analysis/overview',
  summary: 'The figures of the Overview page',
  tag: 'analysis',
})
  .input(overviewRequest)
  .output(z.record(overviewFigure, measured));
