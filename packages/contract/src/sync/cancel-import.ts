import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';
import { importStatus } from './import-run.ts';

/** Stops an import after the chunk it is in. What was written stays; the same file again goes on from there. */
export const cancelImport = command('import.run', {
  path: '/imports/{importId}/cancel',
  summary: 'Cancel an import',
  tag: 'sync',
})
  .input(commandHeader.extend({ importId: z.uuid() }))
  .output(z.object({ status: importStatus }));
