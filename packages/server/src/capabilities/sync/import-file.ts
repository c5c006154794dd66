// A file as a person brings it: refused rows are written to a file that can be mended.
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { csvLine, csvMark } from '@marsad/contract/platform/csv.ts';
import { type Language, reasonText } from '@marsad/contract/platform/reasons.ts';
import { type Importer, type ImportRequest, type ImportResult, importIncidents } from './import-incidents.ts';

export interface FileRequest extends Omit<ImportRequest, 'refused'> {
  /** Opens the error file; called at the first refused row, so that a clean file leaves none. */
  errorFile: () => Writable;
  language: Language;
}

/** Imports a file, and writes each refused row with line, column, value and reason as CSV. */
export async function importFile(importer: Importer, request: FileRequest): Promise<ImportResult> {
  let errors: Writable | undefined;
  const write = async (cells: readonly string[]): Promise<void> => {
    if (errors && !errors.write(csvLine(cells))) await once(errors, 'drain');
  };
  try {
    return await importIncidents(importer, {
      ...request,
      refused: async (row) => {
        if (!errors) {
          errors = request.errorFile();
          errors.write(csvMark);
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
