// The mappings that come with the product: small files to use and to copy from.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ImportMapping } from '@marsad/contract/sync/mapping.ts';
import { readMapping } from './import-incidents.ts';
import { FileError } from './read/row-error.ts';

/** Their names. */
export const shippedNames: readonly string[] = ['sf-fire', 'nyc-thefts', 'chicago-assaults'];

/** A mapping of the product by its name; undefined for any other name. */
export function findShippedMapping(name: string): ImportMapping | undefined {
  if (!shippedNames.includes(name)) return undefined;
  return readMapping(JSON.parse(readFileSync(path.join(import.meta.dirname, 'mappings', `${name}.json`), 'utf8')));
}

/** Returns a shipped mapping by its name, or the one in the JSON file at a path. @throws FileError */
export function readMappingFile(nameOrPath: string, read: (path: string) => string): ImportMapping {
  const shipped = findShippedMapping(nameOrPath);
  if (shipped) return shipped;
  let text: unknown;
  try {
    text = JSON.parse(read(nameOrPath));
  } catch {
    throw new FileError(
      'mapping.invalid',
      `Expected ${shippedNames.join(', ')}, a mapping saved on the page, or the path of a JSON file, got "${nameOrPath}".`,
    );
  }
  return readMapping(text);
}
