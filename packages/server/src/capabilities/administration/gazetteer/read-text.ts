import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** Anything that gives the bytes of a file: a Node stream, a web stream, an upload, an array of buffers. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Yields the text of `source` in pieces, unpacking gzip when the first two bytes say so. UTF-8; a byte order mark is
 * dropped; a byte that is not UTF-8 becomes U+FFFD for the caller to find. Throws what the source or gunzip throws.
 */
export async function* readText(source: ByteSource): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of await unpacked(source)) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/**
 * Yields the lines of `source` without their line ends (LF or CRLF); a last line without an end counts.
 * Only these end a line: a line separator sign inside a name does not.
 */
export async function* readLines(source: ByteSource): AsyncGenerator<string> {
  let pending = '';
  for await (const text of readText(source)) {
    const lines = (pending + text).split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (pending !== '') yield pending;
}

async function unpacked(source: ByteSource): Promise<AsyncIterable<Uint8Array>> {
  const chunks = toAsync(source);
  // The two signature bytes may come apart when the source gives very small pieces.
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const { value, done } = await chunks.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  const whole = rejoin(head, chunks);
  if (head[0] !== 0x1f || head[1] !== 0x8b) return whole;
  const packed = Readable.from(whole);
  const gunzip = createGunzip();
  packed.on('error', (error) => gunzip.destroy(error));
  return packed.pipe(gunzip);
}

async function* toAsync(source: ByteSource): AsyncGenerator<Uint8Array> {
  yield* source;
}

async function* rejoin(head: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  yield* rest;
}
