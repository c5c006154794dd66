import { getOverview } from './get-overview.ts';
import { runMeasure } from './run-measure.ts';

export const analysis = { getOverview, runMeasure };
