import type { OverviewFigure, OverviewRequest } from '@marsad/contract/analysis/get-overview.ts';
import type { Interval, Measure } from '@marsad/contract/analysis/measure.ts';

const WEEKS_52 = 364;

/** Returns a date some days earlier, both as YYYY-MM-DD. */
function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Returns the measures of the Overview page, by figure. The year before is 52 weeks back, not 365 days: each week then meets
 * one with the same weekdays. Counts of weeks and cells are kept apart by origin.
 */
export function overviewMeasures(request: OverviewRequest): Record<OverviewFigure, Measure> {
  const { filters, h3Resolution } = request;
  const count = (by: Measure['by']): Measure => ({ what: 'incidents', statistic: 'count', filters, by, h3Resolution });
  const timed = (interval: Interval): Measure => ({
    what: 'interval',
    interval,
    statistic: 'median',
    filters,
    by: [],
    h3Resolution,
    ...(interval === 'response' ? { limitSeconds: request.responseLimitSeconds } : {}),
  });
  const lastYear = { ...filters, from: daysBefore(filters.from, WEEKS_52), to: daysBefore(filters.to, WEEKS_52) };
  return {
    weeks: count(['week', 'origin']),
    lastYear: { ...count(['week', 'origin']), filters: lastYear },
    types: count(['type', 'origin']),
    origins: count(['origin']),
    rooms: count(['room', 'origin']),
    hours: count(['weekday', 'hour']),
    answer: timed('answer'),
    processing: timed('processing'),
    queue: timed('queue'),
    turnout: timed('turnout'),
    travel: timed('travel'),
    response: timed('response'),
    onScene: timed('on_scene'),
    unitConsumed: timed('unit_consumed'),
    totalConsumed: timed('total_consumed'),
    completeness: { what: 'completeness', statistic: 'share_present', filters, by: [], h3Resolution },
    cells: count(['h3', 'origin']),
  };
}
