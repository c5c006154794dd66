// A file as rows of text, streamed: unpacked, decoded, split. Memory does not grow with the file.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { FileError } from './row-error.ts';

export interface ReadOptions {
  encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256' | undefined;
  delimiter?: string | undefined;
  /** Most bytes that a file may unpack to; a bomb is refused before it fills the disk or the memory. */
  unpackedBytes?: number;
  /** Kept at how many bytes of the file, as it lies there, have been read. */
  progress?: { bytesRead: number };
}

/** A row and the line it begins on. `cells` is null where the number of cells is not that of the heading. */
export interface FileRow {
  line: number;
  cells: string[] | null;
}

const MOST_COLUMNS = 500;
const MOST_ROW_CHARACTERS = 1_000_000;
const MOST_UNPACKED = 20_000_000_000;
// Text packs ten to thirty to one. What unpacks to more than this many times its size is no text anybody wrote.
const MOST_RATIO = 200;

/**
 * Yields the heading first, then every row. Line breaks within quotes, CR-only lines, a byte order mark, UTF-16 and
 * Windows-1256 are understood; the encoding is found from the first bytes when none is given.
 * @throws FileError for an empty file, too many columns, an overlong row, broken packing or a decompression bomb
 */
export async function* readRows(path: string, options: ReadOptions = {}): AsyncGenerator<FileRow> {
  const head = await firstBytes(path);
  if (head.length === 0) throw new FileError('file.empty', 'Expected rows, got an empty file.');
  const packed = head[0] === 0x1f && head[1] === 0x8b;
  const sample = packed ? await firstUnpacked(path) : head;
  const encoding = options.encoding ?? encodingOf(sample);
  const text = iconv.decode(sample, encoding);
  const parser = parse({
    bom: true,
    delimiter: options.delimiter ?? delimiterOf(text),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: MOST_ROW_CHARACTERS,
    skip_empty_lines: true,
    info: true,
  });
  const file = createReadStream(path);
  const steps = [file, ...(packed ? [createGunzip(), limitUnpacked(file, options)] : []), iconv.decodeStream(encoding)];
  pipeline([...steps, parser], () => {});
  let columns = 0;
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (columns === 0) {
        columns = record.length;
        if (columns > MOST_COLUMNS) {
          throw new FileError('file.columns', `Expected at most ${MOST_COLUMNS} columns, got ${columns}.`);
        }
      }
      if (options.progress) options.progress.bytesRead = file.bytesRead;
      yield { line, cells: record.length === columns ? record : null };
      line = info.lines + 1;
    }
  } catch (error) {
    throw explain(error);
  } finally {
    file.destroy();
  }
  if (columns === 0) throw new FileError('file.empty', 'Expected rows, got an empty file.');
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function firstUnpacked(path: string): Promise<Buffer> {
  const file = createReadStream(path);
  const gunzip = createGunzip();
  pipeline(file, gunzip, () => {});
  try {
    for await (const chunk of gunzip) return (chunk as Buffer).subarray(0, 65_536);
  } catch (error) {
    throw explain(error);
  } finally {
    file.destroy();
    gunzip.destroy();
  }
  throw new FileError('file.empty', 'Expected rows, got an empty file.');
}

function limitUnpacked(file: { bytesRead: number }, options: ReadOptions): Transform {
  let unpacked = 0;
  const most = options.unpackedBytes ?? MOST_UNPACKED;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      unpacked += chunk.length;
      if (unpacked > most || (unpacked > 2_000_000 && unpacked > file.bytesRead * MOST_RATIO)) {
        done(new FileError('file.bomb', `Expected a file that unpacks to text, got over ${unpacked} bytes out of it.`));
      } else done(null, chunk);
    },
  });
}

function encodingOf(sample: Buffer): string {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  // A sample may end within a letter: three bytes of tolerance.
  const text = sample.subarray(0, sample.length - 3);
  return isUtf8(text) || isUtf8(sample) ? 'utf-8' : 'windows-1256';
}

function isUtf8(bytes: Buffer): boolean {
  for (let cut = 0; cut < 4; cut += 1) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
      return true;
    } catch {
      // Perhaps only the last letter is cut: one byte less.
    }
  }
  return false;
}

function delimiterOf(text: string): string {
  const heading = text.split(/\r\n|\n|\r/, 1)[0] ?? '';
  const counts = [',', '\t', ';', '|'].map((one) => [one, heading.split(one).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

function explain(error: unknown): unknown {
  if (error instanceof FileError) return error;
  const { code } = error as { code?: string };
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return new FileError(
      'file.row_too_long',
      `Expected rows under ${MOST_ROW_CHARACTERS} characters, got a longer one.`,
    );
  }
  if (code?.startsWith('CSV_'))
    return new FileError('file.quotes', 'Expected closed quotes, got a quote that never ends.');
  if (code?.startsWith('Z_')) return new FileError('file.packing', 'Expected a whole gzip file, got a broken one.');
  return error;
}
