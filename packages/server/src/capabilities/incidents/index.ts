export { mountAttachments } from './mount-attachments.ts';
export { mountExport } from './mount-export.ts';
export { openScheduled } from './open-scheduled.ts';
export { incidentsRoutes } from './routes.ts';
export { boardRowsForEvents } from './store.ts';
export { sweepAttachments } from './sweep-attachments.ts';
