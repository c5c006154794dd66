import { contract } from '@marsad/contract';
import { implement } from '@orpc/server';
import { asCommand, asQuery, asUnhurriedQuery, type RequestContext } from '../../platform/operations/wire.ts';
import type { Organisation } from '../administration/index.ts';
import { cancelImport } from './cancel-import.ts';
import { deleteMapping } from './delete-mapping.ts';
import { describeFile } from './describe-file.ts';
import { judgeMapping } from './judge-mapping.ts';
import { getImport, listImports, listRefusedRows } from './list-imports.ts';
import { getMapping, listMappings } from './list-mappings.ts';
import { previewImport } from './preview-import.ts';
import { saveMapping } from './save-mapping.ts';
import { startImport } from './start-import.ts';

/** The operations of exchange with other systems, wired to the contract. */
export function syncRoutes(organisation: Organisation, filesFolder: string) {
  const os = implement(contract.sync).$context<RequestContext>();
  return {
    listMappings: os.listMappings.handler(asQuery(listMappings)),
    getMapping: os.getMapping.handler(asQuery(getMapping)),
    saveMapping: os.saveMapping.handler(asCommand(saveMapping(organisation))),
    deleteMapping: os.deleteMapping.handler(asCommand(deleteMapping)),
    describeFile: os.describeFile.handler(asUnhurriedQuery(describeFile(filesFolder))),
    judgeMapping: os.judgeMapping.handler(asUnhurriedQuery(judgeMapping(organisation, filesFolder))),
    previewImport: os.previewImport.handler(asUnhurriedQuery(previewImport(filesFolder))),
    startImport: os.startImport.handler(asCommand(startImport)),
    getImport: os.getImport.handler(asQuery(getImport)),
    listImports: os.listImports.handler(asQuery(listImports)),
    listRefusedRows: os.listRefusedRows.handler(asQuery(listRefusedRows)),
    cancelImport: os.cancelImport.handler(asCommand(cancelImport)),
  };
}
