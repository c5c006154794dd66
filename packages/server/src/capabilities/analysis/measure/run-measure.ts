import type { Measure } from '@marsad/contract/analysis/measure.ts';
import type { MeasureResult } from '@marsad/contract/analysis/measure-result.ts';
import type { DuckDbFile } from '../../../platform/duckdb/duckdb-file.ts';
import type { SqlScope } from '../../../platform/operations/actor.ts';
import { type Mart, type MartState, readState } from '../mart/mart.ts';
import { compileMeasure } from './compile-measure.ts';
import { defineMeasure } from './define-measure.ts';
import { readFigures } from './read-figures.ts';

/** Runs one measure with a read that the caller holds, so that several stand on one state. */
export async function runWith(
  read: DuckDbFile['read'],
  state: MartState,
  measure: Measure,
  area: SqlScope,
): Promise<MeasureResult> {
  const { sql, parameters } = compileMeasure(measure, area);
  const figures = readFigures(measure, await read(sql, parameters));
  return {
    ...figures,
    definition: defineMeasure(measure),
    freshness: { ...state, asOf: measure.filters.asOf ?? null },
  };
}

/** Returns the figures of a measure within an area, with their definition and how fresh they are. */
export function runMeasure(mart: Mart, measure: Measure, area: SqlScope): Promise<MeasureResult> {
  return mart.file.readTogether(async (read) => runWith(read, await readState(read), measure, area));
}
