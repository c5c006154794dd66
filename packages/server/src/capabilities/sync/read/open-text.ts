// A file as text, streamed: unpacked, decoded. What packs a bomb, breaks off or is in another encoding than stated is refused.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import iconv from 'iconv-lite';
import { encodingOf } from './encoding.ts';
import type { ReadOptions } from './file-row.ts';
import { FileError } from './row-error.ts';

const MOST_UNPACKED = 20_000_000_000;
// Text packs ten to thirty to one. What unpacks to more than this many times its size is no text anybody wrote.
const MOST_RATIO = 200;
const SAMPLE_BYTES = 65_536;

export interface OpenText {
  /** The first characters, to tell by what kind of text it is. */
  sample: string;
  /** Pipes the text into `target`; `close` ends the reading whatever happened. */
  into<Target extends NodeJS.WritableStream>(target: Target): { target: Target; bytesRead(): number; close(): void };
  chunks(): { text: AsyncIterable<string>; bytesRead(): number; close(): void };
}

/** The first bytes of a file, as it lies there. */
export async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Opens a file, plain or gzipped, as text. @throws FileError for an empty file and one in another encoding than stated */
export async function openText(path: string, head: Buffer, options: ReadOptions): Promise<OpenText> {
  const packed = head[0] === 0x1f && head[1] === 0x8b;
  const bytes = packed ? await firstUnpacked(path) : head;
  if (bytes.length === 0) throw new FileError('file.empty', 'Expected rows, got an empty file.');
  const encoding = encodingOf(bytes, options.encoding);
  const steps = () => {
    const file = createReadStream(path);
    const unpack = packed ? [createGunzip(), limitUnpacked(file, options)] : [];
    return { file, steps: [file, ...unpack, iconv.decodeStream(encoding)] };
  };
  return {
    sample: iconv.decode(bytes, encoding),
    into: (target) => {
      const { file, steps: streams } = steps();
      pipeline([...streams, target], () => {});
      return { target, bytesRead: () => file.bytesRead, close: () => file.destroy() };
    },
    chunks: () => {
      const { file, steps: streams } = steps();
      const last = streams.at(-1) as unknown as Readable;
      pipeline(streams as [NodeJS.ReadableStream, NodeJS.ReadWriteStream], () => {});
      return { text: last, bytesRead: () => file.bytesRead, close: () => file.destroy() };
    },
  };
}

async function firstUnpacked(path: string): Promise<Buffer> {
  const file = createReadStream(path);
  const gunzip = createGunzip();
  pipeline(file, gunzip, () => {});
  try {
    for await (const chunk of gunzip) return (chunk as Buffer).subarray(0, SAMPLE_BYTES);
  } catch (error) {
    throw explainUnpacking(error);
  } finally {
    file.destroy();
    gunzip.destroy();
  }
  return Buffer.alloc(0);
}

function limitUnpacked(file: { bytesRead: number }, options: ReadOptions): Transform {
  let unpacked = 0;
  const most = options.unpackedBytes ?? MOST_UNPACKED;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      unpacked += chunk.length;
      done(isBomb(unpacked, file.bytesRead, most) ? bomb(unpacked) : null, chunk);
    },
  });
}

/** Whether so many bytes out of so many packed ones are more than text can be. */
export const isBomb = (unpacked: number, packed: number, most = MOST_UNPACKED): boolean =>
  unpacked > most || (unpacked > 2_000_000 && unpacked > packed * MOST_RATIO);

export const bomb = (unpacked: number): FileError =>
  new FileError('file.bomb', `Expected a file that unpacks to text, got over ${unpacked} bytes out of it.`);

/** Puts a failure of unpacking into our terms; any other comes back as it is. */
export function explainUnpacking(error: unknown): unknown {
  const { code } = error as { code?: string };
  return code?.startsWith('Z_')
    ? new FileError('file.packing', 'Expected a whole gzip file, got a broken one.')
    : error;
}
