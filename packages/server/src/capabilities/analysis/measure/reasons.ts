import { type Interval, type LeftOutReason, leftOutReason, type Measure } from '@marsad/contract/analysis/measure.ts';
import { intervalBits, leftOutNumbers } from '../mart/bits.ts';

/** Number of each reason in a statement: 0 is none, then as the contract orders them. */
export const reasonNumber = (reason: LeftOutReason): number => leftOutReason.options.indexOf(reason) + 1;

// A hold put off the sending: it explains these, and no others.
const putOffByHold: readonly Interval[] = ['processing', 'queue', 'response', 'total_consumed'];

/** Returns which origins a measure takes: as asked, else both for a count and reported ones for what has clocks. */
export function originOf(measure: Measure): 'reported' | 'police_initiated' | 'both' {
  if (measure.filters.origin) return measure.filters.origin;
  return measure.interval || measure.what === 'completeness' ? 'reported' : 'both';
}

/** Returns the reasons for which a measure leaves records out, in the order in which they are judged. */
export function reasonsOf(measure: Measure): LeftOutReason[] {
  const reasons: LeftOutReason[] = ['draft', 'duplicate'];
  if (!measure.interval && measure.what !== 'completeness') return reasons;
  reasons.push('cancelled');
  if (!measure.filters.origin) reasons.push('police_initiated');
  if (!measure.interval) return reasons;
  if (measure.what === 'interval' && putOffByHold.includes(measure.interval)) reasons.push('deliberate_hold');
  reasons.push('impossible_order', 'clock_missing');
  if (measure.statistic === 'share_within' && measure.limitSeconds === 'own') reasons.push('no_limit');
  return reasons;
}

/** Returns SQL that numbers why a row is left out, 0 when it is not. `source` is the table that has the interval. */
export function reasonSql(measure: Measure, source: 'i' | 'a'): string {
  const tests: Record<LeftOutReason, string> = {
    draft: `i.left_out = ${leftOutNumbers.draft}`,
    duplicate: `i.left_out = ${leftOutNumbers.duplicate}`,
    cancelled: `i.left_out = ${leftOutNumbers.cancelled}`,
    police_initiated: "i.origin = 'police_initiated'",
    deliberate_hold: 'i.held',
    impossible_order: `(${source}.impossible & ${measure.interval ? 1 << intervalBits.indexOf(measure.interval) : 0}) <> 0`,
    clock_missing: `${source}.${measure.interval} IS NULL`,
    no_limit: 'i.limit_seconds IS NULL',
  };
  const cases = reasonsOf(measure).map((reason) => `WHEN ${tests[reason]} THEN ${reasonNumber(reason)}`);
  return `CASE ${cases.join(' ')} ELSE 0 END`;
}
