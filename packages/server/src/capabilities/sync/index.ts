export { type ImportResult, importIncidents, readMapping } from './import-incidents.ts';
export { FileError } from './read/row-error.ts';
