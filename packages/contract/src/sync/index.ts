import { cancelImport } from './cancel-import.ts';
import { deleteMapping } from './delete-mapping.ts';
import { describeFile } from './describe-file.ts';
import { getImport } from './get-import.ts';
import { getMapping } from './get-mapping.ts';
import { judgeMapping } from './judge-mapping.ts';
import { listImports } from './list-imports.ts';
import { listMappings } from './list-mappings.ts';
import { listRefusedRows } from './list-refused-rows.ts';
import { previewImport } from './preview-import.ts';
import { saveMapping } from './save-mapping.ts';
import { startImport } from './start-import.ts';

export const sync = {
  listMappings,
  getMapping,
  saveMapping,
  deleteMapping,
  describeFile,
  judgeMapping,
  previewImport,
  startImport,
  getImport,
  listImports,
  listRefusedRows,
  cancelImport,
};
