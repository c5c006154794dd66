// Delimited text as rows: CSV, TSV and their like.
import { parse } from 'csv-parse';
import { type FileRow, MOST_COLUMNS, MOST_ROW_CHARACTERS, type ReadOptions } from './file-row.ts';
import { explainUnpacking, type OpenText } from './open-text.ts';
import { FileError } from './row-error.ts';

interface Parsed {
  record: string[];
  info: { lines: number; empty_lines: number };
}

/** Yields the heading first, then every row. Line breaks within quotes and CR-only lines are understood. */
export async function* readDelimited(source: OpenText, options: ReadOptions): AsyncGenerator<FileRow> {
  const parser = parse({
    bom: true,
    delimiter: options.delimiter ?? delimiterOf(source.sample),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: MOST_ROW_CHARACTERS,
    skip_empty_lines: true,
    info: true,
  });
  const opened = source.into(parser);
  const { progress, headingRow = 1 } = options;
  let columns = 0;
  let line = 1;
  let emptyLines = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const next = info.lines + 1;
      line += info.empty_lines - emptyLines;
      emptyLines = info.empty_lines;
      if (columns === 0 && next <= headingRow) {
        line = next;
        continue;
      }
      if (columns === 0) columns = judgeColumns(record.length);
      if (progress) progress.bytesRead = opened.bytesRead();
      yield { line, cells: record.length === columns ? record : null };
      line = next;
    }
  } catch (error) {
    throw explain(error);
  } finally {
    opened.close();
  }
  if (columns === 0) throw new FileError('file.empty', 'Expected rows, got an empty file.');
}

/** Returns the number of columns. @throws FileError for more than anybody needs */
export function judgeColumns(columns: number): number {
  if (columns > MOST_COLUMNS) {
    throw new FileError('file.columns', `Expected at most ${MOST_COLUMNS} columns, got ${columns}.`);
  }
  return columns;
}

function delimiterOf(text: string): string {
  const heading = text.split(/\r\n|\n|\r/, 1)[0] ?? '';
  const counts = [',', '\t', ';', '|'].map((one) => [one, heading.split(one).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function explain(error: unknown): unknown {
  const { code } = error as { code?: string };
  if (code === 'CSV_MAX_RECORD_SIZE') return rowTooLong();
  if (code?.startsWith('CSV_'))
    return new FileError('file.quotes', 'Expected closed quotes, got a quote that never ends.');
  return explainUnpacking(error);
}

export const rowTooLong = (): FileError =>
  new FileError('file.row_too_long', `Expected rows under ${MOST_ROW_CHARACTERS} characters, got a longer one.`);
