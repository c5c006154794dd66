export { mountAttachments } from './mount-attachments.ts';
export { openScheduled } from './open-scheduled.ts';
export { incidentsRoutes } from './routes.ts';
export { boardRowsForEvents } from './store.ts';
