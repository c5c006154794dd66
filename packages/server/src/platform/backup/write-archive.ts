// Writes an archive: a plain tar of parts, each compressed (and sealed) by itself, so that any tar lists it, memory stays
// small whatever its size, and damage stays in its part. Written beside its name and renamed: a half one is never found.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type Pack, pack } from 'tar-stream';
import { BackupError } from './backup-error.ts';
import { sealPart } from './seal-part.ts';

export interface ArchiveWriter {
  /** Adds a part; its name gets the ending `.gz`, or `.sealed` where there is a key. `plain` parts stand as they are. */
  add(name: string, content: Buffer, plain?: 'plain'): Promise<void>;
  /** The parts so far. */
  readonly parts: { name: string; sha256: string }[];
}

/**
 * Writes `file`, readable by its owner alone, from what `fill` adds; returns its size in bytes. Nothing is left of one
 * that failed. @throws BackupError when the disk is full or the file stands already
 */
export async function writeArchive(
  file: string,
  key: Buffer | null,
  fill: (writer: ArchiveWriter) => Promise<void>,
): Promise<number> {
  const draft = `${file}.draft`;
  const tar = pack();
  const output = createWriteStream(draft, { mode: 0o600 });
  const written = pipeline(tar, output);
  // A disk that fills ends the whole: what waits for the tar to take its bytes must not wait for ever.
  const failed = written.then(() => new Promise<never>(() => {}));
  failed.catch(() => {});
  try {
    const parts: ArchiveWriter['parts'] = [];
    const add: ArchiveWriter['add'] = async (name, content, plain) => {
      const bytes = plain ? content : await sealPart(name, content, key);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const stored = plain ? name : `${name}.${key ? 'sealed' : 'gz'}`;
      parts.push({ name: stored, sha256 });
      await Promise.race([addEntry(tar, stored, bytes, sha256), failed]);
    };
    await fill({ add, parts });
    tar.finalize();
    await written;
    await keep(draft, file);
    return output.bytesWritten;
  } catch (error) {
    tar.destroy();
    await written.catch(() => {});
    await rm(draft, { force: true });
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw new BackupError(`Expected room for the backup at ${file}, got a full disk. Nothing was left of it.`);
    throw error;
  }
}

async function addEntry(tar: Pack, name: string, bytes: Buffer, sha256: string): Promise<void> {
  const entry = tar.entry({ name, size: bytes.length, mode: 0o600, pax: { comment: `sha256:${sha256}` } });
  const taken = once(entry, 'close');
  entry.end(bytes);
  await taken;
}

async function keep(draft: string, file: string): Promise<void> {
  const handle = await open(draft, 'r+');
  await handle.sync();
  await handle.close();
  await rename(draft, file);
}
