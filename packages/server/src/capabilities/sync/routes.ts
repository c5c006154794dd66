import { contract } from '@marsad/contract';
import { implement } from '@orpc/server';
import { asCommand, asQuery, type RequestContext } from '../../platform/operations/wire.ts';
import { cancelImport } from './cancel-import.ts';
import { listShippedMappings } from './import-file.ts';
import { getImport, listImports, listRefusedRows } from './list-imports.ts';
import { previewImport } from './preview-import.ts';
import { startImport } from './start-import.ts';

/** The operations of exchange with other systems, wired to the contract. */
export function syncRoutes(filesFolder: string) {
  const os = implement(contract.sync).$context<RequestContext>();
  return {
    listMappings: os.listMappings.handler(asQuery(async () => listShippedMappings())),
    previewImport: os.previewImport.handler(asQuery(previewImport(filesFolder))),
    startImport: os.startImport.handler(asCommand(startImport)),
    getImport: os.getImport.handler(asQuery(getImport)),
    listImports: os.listImports.handler(asQuery(listImports)),
    listRefusedRows: os.listRefusedRows.handler(asQuery(listRefusedRows)),
    cancelImport: os.cancelImport.handler(asCommand(cancelImport)),
  };
}
