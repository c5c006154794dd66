// Bytes on their way into the data folder: measured and digested as they pass, kept under their SHA-256.
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { refuse } from '../operations/refuse.ts';

const headBytes = 4096;

export interface Received {
  sha256: Buffer;
  byteCount: number;
  /** The first 4,096 bytes or fewer: what a file is, is told by them. */
  head: Buffer;
  /** Moves the bytes to their place; the same bytes there already are the same file. */
  keep(): Promise<void>;
}

/** Where bytes lie: `<folder>/<first two digits>/<sha256>`. Nothing that was typed becomes a path. */
export function pathOfBytes(folder: string, sha256: Buffer): string {
  const name = sha256.toString('hex');
  return path.join(folder, name.slice(0, 2), name);
}

/**
 * Streams bytes to a temporary file and hands them to `use`; what `use` does not keep is removed, and so is a sending that
 * broke off. Refuses more than `mostBytes` with `tooLarge`, and a full disk.
 */
export async function receiveBytes<Result>(
  folder: string,
  bytes: Readable,
  limit: { mostBytes: number; tooLarge(): never },
  use: (received: Received) => Promise<Result>,
): Promise<Result> {
  const partial = path.join(folder, `${randomUUID()}.part`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let byteCount = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (byteCount < headBytes) head.push(chunk.subarray(0, headBytes - byteCount));
      byteCount += chunk.length;
      hash.update(chunk);
      done(byteCount > limit.mostBytes ? new Error('too large') : null, chunk);
    },
  });
  try {
    await pipeline(bytes, measure, createWriteStream(partial, { mode: 0o600 }));
    const sha256 = hash.digest();
    const place = pathOfBytes(folder, sha256);
    const keep = async () => {
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      await rename(partial, place);
    };
    return await use({ sha256, byteCount, head: Buffer.concat(head), keep });
  } catch (error) {
    if (byteCount > limit.mostBytes) limit.tooLarge();
    if ((error as { code?: string }).code === 'ENOSPC') refuse('PAYLOAD_TOO_LARGE', 'file.disk_full');
    throw error;
  } finally {
    await rm(partial, { force: true });
  }
}
