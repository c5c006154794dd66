import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';
import { importMapping, mappingName } from './mapping.ts';

/**
 * Keeps a mapping under its name. `version` is that of the mapping as it was read, 0 for a new one: whoever saves over
 * somebody else's change is told so.
 */
export const saveMapping = command('import.run', {
  method: 'PUT',
  path: '/import-mappings/{name}',
  summary: 'Save a mapping',
  tag: 'sync',
})
  .input(
    commandHeader.extend({
      name: mappingName,
      version: z.number().int().min(0).max(1_000_000),
      mapping: importMapping,
    }),
  )
  .output(z.object({ name: z.string(), version: z.number().int() }));
