import { query } from '../platform/operation.ts';
import { pageOf, pageRequest } from '../platform/paging.ts';
import { importRun } from './import-run.ts';

/** Imports, the newest first: one's own, and those of the forces that one's right to import reaches. */
export const listImports = query('import.run', { path: '/imports', summary: 'Imports', tag: 'sync' })
  .input(pageRequest)
  .output(pageOf(importRun));
