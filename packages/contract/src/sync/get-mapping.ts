import * as z from 'zod';
import { query } from '../platform/operation.ts';
import { importMapping, mappingName } from './mapping.ts';

/** One mapping whole, to be changed or taken out as a file. `version` is 0 for one that is shipped. */
export const getMapping = query('import.run', {
  path: '/import-mappings/{name}',
  summary: 'One mapping',
  tag: 'sync',
})
  .input(z.object({ name: mappingName }))
  .output(z.object({ mapping: importMapping, shipped: z.boolean(), version: z.number().int() }));
