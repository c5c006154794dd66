// A file as rows of text, streamed, whatever kind of file it is: told by its content, never by its name. Memory does not
// grow with the file.
import type { FileRow, ReadOptions } from './file-row.ts';
import { firstBytes, openText } from './open-text.ts';
import { readDelimited } from './read-delimited.ts';
import { readGeoJson } from './read-geojson.ts';
import { readWorkbook } from './read-workbook.ts';
import { FileError } from './row-error.ts';

const zip = Buffer.from('PK\u0003\u0004');
// What Excel wrote before 2007, and what it writes when a workbook is locked with a password.
const compoundFile = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Yields the heading first, then every row of a CSV or TSV file, plain or gzipped, of a sheet of a workbook (XLSX), or of
 * a GeoJSON collection. A byte order mark, UTF-16 and Windows-1256 are understood; the encoding is found from the first
 * bytes when none is given.
 * @throws FileError for an empty file, too many columns, an overlong row, broken packing, a decompression bomb, or a kind
 * of file that cannot be read
 */
export async function* readRows(path: string, options: ReadOptions = {}): AsyncGenerator<FileRow> {
  const head = await firstBytes(path);
  if (head.subarray(0, 4).equals(zip)) {
    yield* readWorkbook(path, options);
    return;
  }
  if (head.subarray(0, 4).equals(compoundFile)) {
    throw new FileError('file.old_workbook', 'Expected an XLSX workbook, got an old or a locked one.');
  }
  const text = await openText(path, head, options);
  yield* /^\s*\{\s*"/.test(text.sample) ? readGeoJson(text, options) : readDelimited(text, options);
}
