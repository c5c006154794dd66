import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';
import { mappingName } from './mapping.ts';

/** Starts an import of a sent file as a job; with `dryRun` every row is judged and no record is written. */
export const startImport = command('import.run', { path: '/imports', summary: 'Start an import', tag: 'sync' })
  .input(
    commandHeader.extend({
      importId: z.uuid(),
      fileId: z.uuid(),
      mapping: mappingName,
      dryRun: z.boolean().default(false),
    }),
  )
  .output(z.object({ importId: z.uuid() }));
