export { keepFed } from './mart/keep-fed.ts';
export { openMart } from './mart/mart.ts';
export { analysisRoutes } from './routes.ts';
