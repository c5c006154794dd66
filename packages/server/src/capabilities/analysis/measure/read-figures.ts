import type { LeftOutReason, Measure } from '@marsad/contract/analysis/measure.ts';
import type { Figure, MeasureResult, MeasureRow } from '@marsad/contract/analysis/measure-result.ts';
import type { Row } from '../../../platform/duckdb/duckdb-file.ts';
import { presentBits } from '../mart/bits.ts';
import { ROW_LIMIT } from './compile-measure.ts';
import { readKey } from './dimensions.ts';
import { reasonNumber, reasonsOf } from './reasons.ts';

const PER_RESIDENTS = 100_000;

const whole = (value: unknown): number => Number(value ?? 0);
const share = (part: number, of: number): number | null => (of > 0 ? part / of : null);

function leftOutOf(measure: Measure, row: Row): Partial<Record<LeftOutReason, number>> {
  const counts: Partial<Record<LeftOutReason, number>> = {};
  for (const reason of reasonsOf(measure)) {
    const count = whole(row[`r${reasonNumber(reason)}`]);
    if (count > 0) counts[reason] = count;
  }
  return counts;
}

function figureOf(measure: Measure, row: Row): Figure {
  const count = whole(row.n);
  const figure: Figure = { value: count, count, leftOut: leftOutOf(measure, row) };
  if (measure.statistic === 'rate') {
    const population = whole(row.population);
    figure.value = population > 0 ? (count * PER_RESIDENTS) / population : null;
  }
  if (!measure.interval) return figure;
  const quantiles = Array.isArray(row.quantiles) ? row.quantiles : [];
  figure.median = quantiles.length > 0 ? Number(quantiles[0]) : null;
  figure.p90 = quantiles.length > 1 ? Number(quantiles[1]) : null;
  if (measure.limitSeconds !== undefined) figure.shareWithin = share(whole(row.within), whole(row.limited));
  if (measure.statistic === 'median') figure.value = figure.median;
  if (measure.statistic === 'p90') figure.value = figure.p90;
  if (measure.statistic === 'share_within') figure.value = figure.shareWithin ?? null;
  return figure;
}

function rowsOf(measure: Measure, row: Row): MeasureRow[] {
  const keys: MeasureRow['keys'] = {};
  for (const [index, name] of measure.by.entries()) keys[name] = readKey(name, row[`k${index}`]);
  const figure = figureOf(measure, row);
  if (measure.what !== 'completeness') return [{ keys, ...figure }];
  return presentBits.map((field, bit) => ({
    keys: { ...keys, field },
    ...figure,
    value: share(whole(row[`f${bit}`]), figure.count),
  }));
}

/** The total rate stands on the units whose population is known, and on their incidents alone. */
function totalRate(measure: Measure, rows: readonly Row[]): number | null {
  const unit = measure.by.includes('station') ? measure.by.indexOf('station') : measure.by.indexOf('room');
  const known = rows.filter((row) => whole(row.population) > 0);
  const populations = new Map(known.map((row) => [whole(row[`k${unit}`]), whole(row.population)]));
  const residents = [...populations.values()].reduce((sum, population) => sum + population, 0);
  const count = known.reduce((sum, row) => sum + whole(row.n), 0);
  return residents > 0 ? (count * PER_RESIDENTS) / residents : null;
}

/** Returns the figures of a measure from the rows of its statement. */
export function readFigures(measure: Measure, rows: readonly Row[]): Omit<MeasureResult, 'definition' | 'freshness'> {
  const totalRow = rows.find((row) => row.total === true) ?? {};
  // Without a breakdown the one row is the total; a completeness measure still has its row per field.
  const split = measure.by.length > 0 ? rows.filter((row) => row.total !== true) : [totalRow];
  const total = figureOf(measure, totalRow);
  if (measure.statistic === 'rate') total.value = totalRate(measure, split);
  if (measure.what === 'completeness') {
    const present = presentBits.reduce((sum, _, bit) => sum + whole(totalRow[`f${bit}`]), 0);
    total.value = share(present, total.count * presentBits.length);
  }
  return {
    rows: split.slice(0, ROW_LIMIT).flatMap((row) => rowsOf(measure, row)),
    total,
    considered: whole(totalRow.considered),
    truncated: split.length > ROW_LIMIT,
  };
}
