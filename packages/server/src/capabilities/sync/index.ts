export { findOwnMapping } from './chosen-mapping.ts';
export { importFile } from './import-file.ts';
export type { ImportResult } from './import-incidents.ts';
export { mountImportFiles } from './mount-files.ts';
export { FileError } from './read/row-error.ts';
export { syncRoutes } from './routes.ts';
export { runImport } from './run-import.ts';
export { findShippedMapping, readMappingFile } from './shipped-mappings.ts';
export { sweepImports } from './sweep-imports.ts';
