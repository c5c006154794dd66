// Bytes on their way into the data folder: measured and digested as they pass, kept under a name of ours.
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { refuse } from '../operations/refuse.ts';
import { syncFolder } from './on-disk.ts';

const headBytes = 4096;
// Room that stays for the database beside the files, and how many bytes may pass before the disk is looked at again.
const leastFreeBytes = 500_000_000;
const lookEveryBytes = 50_000_000;

export interface Received {
  sha256: Buffer;
  byteCount: number;
  /** The first 4,096 bytes or fewer: what a file is, is told by them. */
  head: Buffer;
  /**
   * Moves the bytes to `place` (that of their digest when absent); the same bytes there already are the same file. Once it
   * resolves, they outlive a power cut: called before the COMMIT that says they are there.
   */
  keep(place?: string): Promise<void>;
}

export interface ReceiveLimit {
  mostBytes: number;
  tooLarge(): never;
  /** Bytes that must stay free on the disk; 500 MB when absent. */
  leastFreeBytes?: number;
}

/** Where bytes lie: `<folder>/<first two digits>/<sha256>`. Nothing that was typed becomes a path. */
export function pathOfBytes(folder: string, sha256: Buffer): string {
  const name = sha256.toString('hex');
  return path.join(folder, name.slice(0, 2), name);
}

const diskFull = (): never => refuse('PAYLOAD_TOO_LARGE', 'file.disk_full');

/**
 * Streams bytes to a temporary file and hands them to `use`; what `use` does not keep is removed, and so is a sending that
 * broke off. Refuses more than `mostBytes` with `tooLarge`, and a disk that is full or would be.
 */
export async function receiveBytes<Result>(
  folder: string,
  bytes: Readable,
  limit: ReceiveLimit,
  use: (received: Received) => Promise<Result>,
): Promise<Result> {
  const partial = path.join(folder, `${randomUUID()}.part`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const refuseFullDisk = async (): Promise<void> => {
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize < (limit.leastFreeBytes ?? leastFreeBytes)) diskFull();
  };
  await refuseFullDisk();
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let byteCount = 0;
  let lookAt = lookEveryBytes;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (byteCount < headBytes) head.push(chunk.subarray(0, headBytes - byteCount));
      byteCount += chunk.length;
      hash.update(chunk);
      if (byteCount > limit.mostBytes) return done(new Error('too large'));
      if (byteCount < lookAt) return done(null, chunk);
      lookAt += lookEveryBytes;
      refuseFullDisk().then(() => done(null, chunk), done);
    },
  });
  try {
    await pipeline(bytes, measure, createWriteStream(partial, { mode: 0o600, flush: true }));
    const sha256 = hash.digest();
    const keep = async (place = pathOfBytes(folder, sha256)) => {
      const made = await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      await rename(partial, place);
      await syncFolder(path.dirname(place));
      if (made) await syncFolder(path.dirname(made));
    };
    return await use({ sha256, byteCount, head: Buffer.concat(head), keep });
  } catch (error) {
    if (byteCount > limit.mostBytes) limit.tooLarge();
    if ((error as { code?: string }).code === 'ENOSPC') diskFull();
    throw error;
  } finally {
    await rm(partial, { force: true });
  }
}
