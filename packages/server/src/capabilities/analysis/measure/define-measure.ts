import { intervalClocks, type Measure } from '@marsad/contract/analysis/measure.ts';
import type { MeasureDefinition } from '@marsad/contract/analysis/measure-result.ts';
import { presentBits } from '../mart/bits.ts';
import { originOf, reasonsOf } from './reasons.ts';

/** Returns the parts of a figure's definition, for the screen to put in words beside it. */
export function defineMeasure(measure: Measure): MeasureDefinition {
  const clocks = measure.interval ? intervalClocks[measure.interval] : null;
  return {
    what: measure.what,
    statistic: measure.statistic,
    interval: measure.interval ?? null,
    fromClock: clocks?.from ?? null,
    toClock: clocks?.to ?? null,
    of: clocks ? (measure.what === 'assignments' ? 'assignment' : clocks.of) : null,
    quantile: clocks ? 'type_7' : null,
    limitSeconds: measure.limitSeconds ?? null,
    origin: originOf(measure),
    leavesOut: reasonsOf(measure),
    fields: measure.what === 'completeness' ? [...presentBits] : [],
  };
}
