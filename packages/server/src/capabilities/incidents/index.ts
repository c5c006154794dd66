export { incidentsRoutes } from './routes.ts';
export { boardRowsByIds } from './store.ts';
