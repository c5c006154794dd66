import * as z from 'zod';
import { completenessField, dimension, interval, leftOutReason, measure } from './measure.ts';

/** How many were left out, by reason; a reason that left nothing out is absent. */
export const leftOutCounts = z.partialRecord(leftOutReason, z.number().int());

/**
 * One figure. `count` is how many incidents (or assignments) stand behind it. `value` is the statistic asked for, null
 * when nothing stands behind it. Timed measures carry median and 90th percentile in seconds, and the share within the
 * limit (0 to 1) when there is a limit.
 */
export const figure = z.object({
  value: z.number().nullable(),
  count: z.number().int(),
  median: z.number().nullable().optional(),
  p90: z.number().nullable().optional(),
  shareWithin: z.number().nullable().optional(),
  leftOut: leftOutCounts,
});
export type Figure = z.infer<typeof figure>;

/** Keys of a row: dates as YYYY-MM-DD (week: its Monday), numbers and codes as they are, null where not known. */
export const measureRow = figure.extend({
  keys: z.partialRecord(z.union([dimension, z.literal('field')]), z.union([z.string(), z.number(), z.null()])),
});
export type MeasureRow = z.infer<typeof measureRow>;

/** The parts a screen puts in words: what a figure counts, from which clock to which, by which quantile definition. */
export const measureDefinition = z.object({
  what: z.enum(['incidents', 'interval', 'assignments', 'completeness']),
  statistic: z.string(),
  interval: interval.nullable(),
  fromClock: z.string().nullable(),
  toClock: z.string().nullable(),
  of: z.enum(['incident', 'first_arriving', 'all_units', 'assignment']).nullable(),
  /** Hyndman and Fan's type 7: linear interpolation between order statistics. */
  quantile: z.literal('type_7').nullable(),
  limitSeconds: z.union([z.number(), z.literal('own')]).nullable(),
  origin: z.enum(['reported', 'police_initiated', 'both']),
  leavesOut: z.array(leftOutReason),
  fields: z.array(completenessField),
});
export type MeasureDefinition = z.infer<typeof measureDefinition>;

/** How fresh the mart was: the event position it holds, and since when it keeps versions to answer `asOf` truly. */
export const freshness = z.object({
  position: z.number().int(),
  epoch: z.string().nullable(),
  fedAt: z.iso.datetime().nullable(),
  versionsSince: z.iso.datetime().nullable(),
  asOf: z.iso.datetime().nullable(),
});
export type Freshness = z.infer<typeof freshness>;

export const measureResult = z.object({
  rows: z.array(measureRow),
  total: figure,
  /** Incidents (assignments) in the area, period and filters, before anything is left out. */
  considered: z.number().int(),
  truncated: z.boolean(),
  definition: measureDefinition,
  freshness,
});
export type MeasureResult = z.infer<typeof measureResult>;

/** A measure and its result, as a page receives them. */
export const measured = z.object({ measure, result: measureResult });
