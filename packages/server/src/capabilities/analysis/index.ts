export { keepFed } from './mart/keep-fed.ts';
export { makeMart } from './mart/make-mart.ts';
export { martPosition, openMart } from './mart/mart.ts';
export type { MartIncident } from './mart/mart-incident.ts';
export { runMeasure } from './measure/run-measure.ts';
export { overviewStatements } from './overview/run-overview.ts';
export { analysisRoutes } from './routes.ts';
