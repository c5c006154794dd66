export { type FeedPosition, feed } from './mart/feed-mart.ts';
export { type Mart, type MartState, openMart, readState } from './mart/mart.ts';
export type { MartAssignment, MartIncident, MartLookups, MartType, MartUnit } from './mart/mart-incident.ts';
export { type RebuildSource, rebuild } from './mart/rebuild-mart.ts';
export { writeLookups } from './mart/write-lookups.ts';
export { runMeasure } from './measure/run-measure.ts';
export { overviewMeasures } from './overview/overview-measures.ts';
export { type Overview, runOverview } from './overview/run-overview.ts';
export { readChanged, readLookups, readSource, type SourceQuery } from './store.ts';
