import { cancelImport } from './cancel-import.ts';
import { getImport } from './get-import.ts';
import { listImports } from './list-imports.ts';
import { listMappings } from './list-mappings.ts';
import { listRefusedRows } from './list-refused-rows.ts';
import { previewImport } from './preview-import.ts';
import { startImport } from './start-import.ts';

export const sync = {
  listMappings,
  previewImport,
  startImport,
  getImport,
  listImports,
  listRefusedRows,
  cancelImport,
};
