import { type OverviewFigure, type OverviewRequest, overviewFigure } from '@marsad/contract/analysis/get-overview.ts';
import type { Measure } from '@marsad/contract/analysis/measure.ts';
import type { MeasureResult } from '@marsad/contract/analysis/measure-result.ts';
import type { SqlScope } from '../../../platform/operations/actor.ts';
import { type Mart, readState } from '../mart/mart.ts';
import { type CompiledMeasure, compileMeasure } from '../measure/compile-measure.ts';
import { runWith } from '../measure/run-measure.ts';
import { overviewMeasures } from './overview-measures.ts';

export type Overview = Record<OverviewFigure, { measure: Measure; result: MeasureResult }>;

/** Returns every figure of the Overview within an area, side by side on the same state of the mart. */
export function runOverview(mart: Mart, request: OverviewRequest, area: SqlScope): Promise<Overview> {
  const measures = overviewMeasures(request);
  return mart.file.readTogether(async (read) => {
    const state = await readState(read);
    const figures = await Promise.all(
      overviewFigure.options.map(async (name) => {
        const measure = measures[name];
        return [name, { measure, result: await runWith(read, state, measure, area) }] as const;
      }),
    );
    return Object.fromEntries(figures) as Overview;
  });
}

/** The statements behind the Overview, as they are sent: for benchmarks against bare DuckDB. */
export function overviewStatements(
  request: OverviewRequest,
  area: SqlScope,
): (CompiledMeasure & { measure: Measure })[] {
  return Object.values(overviewMeasures(request)).map((measure) => ({ measure, ...compileMeasure(measure, area) }));
}
