import * as z from 'zod';
import { incidentOrigin, priority } from '../incidents/incident.ts';

/** The intervals of domain.md. What each runs from and to stands in `intervalClocks`. */
export const interval = z.enum([
  'answer',
  'processing',
  'queue',
  'turnout',
  'travel',
  'response',
  'on_scene',
  'unit_consumed',
  'total_consumed',
]);
export type Interval = z.infer<typeof interval>;

/**
 * The clocks an interval runs between: the words of a figure's definition. Turnout, travel, on scene and unit consumed
 * of an incident are those of its first arriving unit; total consumed adds up the units that worked on it. Of one that was
 * scheduled, what runs from its creation or answer runs from the time it was for.
 */
export const intervalClocks: Record<
  Interval,
  { from: string; to: string; of: 'incident' | 'first_arriving' | 'all_units' }
> = {
  answer: { from: 'call_started', to: 'answered', of: 'incident' },
  processing: { from: 'answered', to: 'first_dispatched', of: 'incident' },
  queue: { from: 'created', to: 'first_dispatched', of: 'incident' },
  turnout: { from: 'assigned', to: 'en_route', of: 'first_arriving' },
  travel: { from: 'en_route', to: 'on_scene', of: 'first_arriving' },
  response: { from: 'created', to: 'first_on_scene', of: 'incident' },
  on_scene: { from: 'on_scene', to: 'cleared', of: 'first_arriving' },
  unit_consumed: { from: 'en_route_or_assigned', to: 'cleared', of: 'first_arriving' },
  total_consumed: { from: 'en_route_or_assigned', to: 'cleared', of: 'all_units' },
};

/** Intervals that a single assignment has: those that `what: 'assignments'` can time. */
export const assignmentIntervals = [
  'turnout',
  'travel',
  'on_scene',
  'unit_consumed',
] as const satisfies readonly Interval[];

/** Why an incident or assignment does not enter a figure, in the order of judgement: the first that holds is counted. */
export const leftOutReason = z.enum([
  'draft',
  'duplicate',
  'cancelled',
  'police_initiated',
  'deliberate_hold',
  'clock_missing',
  'impossible_order',
  'no_limit',
]);
export type LeftOutReason = z.infer<typeof leftOutReason>;

/** The fields whose presence is counted, those behind the Overview's figures. */
export const completenessField = z.enum([
  'position',
  'station',
  'disposition',
  'call_started',
  'answered',
  'first_dispatched',
  'en_route',
  'on_scene',
  'cleared',
]);
export type CompletenessField = z.infer<typeof completenessField>;

export const dimension = z.enum([
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
]);
export type Dimension = z.infer<typeof dimension>;

const unitIds = z.array(z.number().int().positive()).max(1000);

/**
 * Which incidents a measure looks at. Dates are local to the room, both included; hours 0-23 and weekdays 1 (Monday) to 7
 * are the room's. A unit stands for what the rooms under it handled, a station for what happened in its area, a type code for
 * its subtree. An empty or absent list filters nothing. `asOf` asks for the figure as the mart knew it at that instant.
 */
export const measureFilters = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  units: unitIds.optional(),
  typeCodes: z.array(z.string().min(1).max(100)).max(200).optional(),
  origin: z.union([incidentOrigin, z.literal('both')]).optional(),
  priorities: z.array(priority).max(4).optional(),
  hours: z.array(z.number().int().min(0).max(23)).max(24).optional(),
  weekdays: z.array(z.number().int().min(1).max(7)).max(7).optional(),
  asOf: z.iso.datetime().optional(),
});
export type MeasureFilters = z.infer<typeof measureFilters>;

/**
 * A counted or timed thing: what, the statistic, the filters, and what it is broken down by. Every chart, indicator and
 * product is made of these. `rate` is per 100,000 residents and must be broken down by room or station alone or with
 * other things; `share_within` needs a limit: seconds, or `own` for the limit that its force had while the incident waited.
 * Without an `origin`, a count takes both origins and an interval leaves police-initiated ones out and counts them.
 */
export const measure = z
  .object({
    what: z.enum(['incidents', 'interval', 'assignments', 'completeness']),
    interval: interval.optional(),
    statistic: z.enum(['count', 'rate', 'median', 'p90', 'share_within', 'share_present']),
    limitSeconds: z.union([z.number().int().positive(), z.literal('own')]).optional(),
    filters: measureFilters,
    by: z.array(dimension).max(3).default([]),
    h3Resolution: z.number().int().min(4).max(9).default(8),
  })
  .superRefine((value, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (value.filters.from > value.filters.to) issue('filters', 'measure.period_reversed');
    if (new Set(value.by).size !== value.by.length) issue('by', 'measure.by_repeated');
    const timed = value.statistic === 'median' || value.statistic === 'p90' || value.statistic === 'share_within';
    if (timed !== (value.interval !== undefined)) issue('interval', 'measure.interval_and_statistic');
    if (value.what === 'interval' && !timed) issue('statistic', 'measure.interval_and_statistic');
    if (value.what === 'incidents' && value.statistic !== 'count' && value.statistic !== 'rate') {
      issue('statistic', 'measure.statistic');
    }
    if (value.what === 'assignments' && value.statistic !== 'count' && !timed) issue('statistic', 'measure.statistic');
    if (
      value.what === 'assignments' &&
      value.interval &&
      !assignmentIntervals.some((name) => name === value.interval)
    ) {
      issue('interval', 'measure.interval_not_of_assignment');
    }
    if ((value.what === 'completeness') !== (value.statistic === 'share_present'))
      issue('statistic', 'measure.statistic');
    if (value.statistic === 'share_within' && value.limitSeconds === undefined)
      issue('limitSeconds', 'measure.limit_missing');
    if (value.limitSeconds === 'own' && value.interval !== 'response') issue('limitSeconds', 'measure.limit_own');
    if (value.statistic === 'rate' && !value.by.includes('room') && !value.by.includes('station')) {
      issue('by', 'measure.rate_needs_unit');
    }
  });
export type Measure = z.infer<typeof measure>;
