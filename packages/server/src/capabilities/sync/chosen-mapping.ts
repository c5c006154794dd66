import type { ImportMapping } from '@marsad/contract/sync/mapping.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import { readShippedMapping } from './import-file.ts';
import { FileError } from './read/row-error.ts';

/** The mapping that a request names; refuses a name that nobody gave. */
export function chosenMapping(name: string): ImportMapping {
  try {
    return readShippedMapping(name);
  } catch (error) {
    if (error instanceof FileError) refuse('UNPROCESSABLE_CONTENT', 'mapping.unknown', { field: 'mapping' });
    throw error;
  }
}
