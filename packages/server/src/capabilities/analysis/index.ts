export { feed } from './mart/feed-mart.ts';
export { keepFed } from './mart/keep-fed.ts';
export { openMart } from './mart/mart.ts';
export type { MartIncident } from './mart/mart-incident.ts';
export { runMeasure } from './measure/run-measure.ts';
export { analysisRoutes } from './routes.ts';
