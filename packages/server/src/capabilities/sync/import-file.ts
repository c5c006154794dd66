// A file as a person brings it: a mapping by name or path, and refused rows written to a file that can be mended.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { type Language, reasonText } from '@marsad/contract/platform/reasons.ts';
import type { ImportMapping } from '@marsad/contract/sync/mapping.ts';
import {
  type Importer,
  type ImportRequest,
  type ImportResult,
  importIncidents,
  readMapping,
} from './import-incidents.ts';
import { FileError } from './read/row-error.ts';

const shipped = ['sf-fire', 'nyc-thefts', 'chicago-assaults'];

const shippedMapping = (name: string): ImportMapping =>
  readMapping(JSON.parse(readFileSync(path.join(import.meta.dirname, 'mappings', `${name}.json`), 'utf8')));

/** The mappings that the product ships, with the columns that each reads. */
export function listShippedMappings(): { name: string; about: ImportMapping['about']; columns: string[] }[] {
  return shipped.map((name) => {
    const mapping = shippedMapping(name);
    return {
      name,
      about: mapping.about,
      columns: [...mapping.key, ...mapping.place, ...Object.values(mapping.clocks).flat()],
    };
  });
}

/** Returns a shipped mapping by its name, or with `read` the one at a path. @throws FileError */
export function readShippedMapping(nameOrPath: string, read?: (path: string) => string): ImportMapping {
  try {
    if (shipped.includes(nameOrPath)) return shippedMapping(nameOrPath);
    if (read) return readMapping(JSON.parse(read(nameOrPath)));
  } catch (error) {
    if (error instanceof FileError) throw error;
  }
  throw new FileError(
    'mapping.invalid',
    `Expected ${shipped.join(', ')} or the path of a JSON file, got "${nameOrPath}".`,
  );
}

export interface FileRequest extends Omit<ImportRequest, 'refused'> {
  /** Opens the error file; called at the first refused row, so that a clean file leaves none. */
  errorFile: () => Writable;
  language: Language;
}

// What a spreadsheet would run as a formula is made text.
const cell = (value: string): string => {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** A line of an error file. */
export const errorLine = (cells: readonly string[]): string => cells.map(cell).join(',');

/** Imports a file, and writes each refused row with line, column, value and reason as CSV. */
export async function importFile(importer: Importer, request: FileRequest): Promise<ImportResult> {
  let errors: Writable | undefined;
  const write = async (cells: readonly string[]): Promise<void> => {
    if (errors && !errors.write(`${errorLine(cells)}\r\n`)) await once(errors, 'drain');
  };
  try {
    return await importIncidents(importer, {
      ...request,
      refused: async (row) => {
        if (!errors) {
          errors = request.errorFile();
          errors.write('\uFEFF');
          await write(['line', 'column', 'value', 'reason']);
        }
        await write([String(row.line), row.column ?? '', row.value ?? '', reasonText(row.reason, request.language)]);
      },
    });
  } finally {
    if (errors) {
      errors.end();
      await finished(errors);
    }
  }
}
