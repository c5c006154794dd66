export { importFile, readShippedMapping } from './import-file.ts';
export type { ImportResult } from './import-incidents.ts';
export { FileError } from './read/row-error.ts';
