import * as z from 'zod';
import { command, commandHeader } from '../platform/operation.ts';
import { mappingName } from './mapping.ts';

/** Removes a mapping that people made. Imports that used it keep their copy. */
export const deleteMapping = command('import.run', {
  path: '/import-mappings/{name}/removal',
  summary: 'Remove a mapping',
  tag: 'sync',
})
  .input(commandHeader.extend({ name: mappingName }))
  .output(z.object({ name: z.string() }));
