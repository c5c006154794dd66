import * as z from 'zod';
import { query } from '../platform/operation.ts';
import { importRun } from './import-run.ts';

/** One import, with how far it has come. */
export const getImport = query('import.run', { path: '/imports/{importId}', summary: 'One import', tag: 'sync' })
  .input(z.object({ importId: z.uuid() }))
  .output(importRun);
