// What must outlive a power cut is on the disk, bytes and name, before anybody is told that it is kept.
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import path from 'node:path';

// Windows opens no folder; its file system writes names down by itself.
const foldersOpen = process.platform !== 'win32';

async function syncPath(place: string): Promise<void> {
  const handle = await open(place, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Resolves when the names in `folder` are on the disk: what was made, renamed or removed in it. Not its folders' own. */
export async function syncFolder(folder: string): Promise<void> {
  if (foldersOpen) await syncPath(folder);
}

/** `syncFolder` for where nothing else may happen meanwhile: the start, and a line once in minutes. */
export function syncFolderNow(folder: string): void {
  if (!foldersOpen) return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Resolves when everything below `folder` is on the disk, but for the entries of it named in `leftOut`. */
export async function syncTree(folder: string, leftOut: readonly string[] = []): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (leftOut.includes(entry.name)) continue;
    if (entry.isDirectory()) await syncTree(place);
    else if (entry.isFile()) await syncPath(place);
  }
  await syncFolder(folder);
}

/**
 * Makes a small private file (mode 600) whole or not at all. One that another process made in between stays as it is.
 */
export function makeFileNow(file: string, content: string): void {
  const draft = `${file}.${process.pid}.draft`;
  try {
    writeFileSync(draft, content, { mode: 0o600, flush: true });
    try {
      linkSync(draft, file);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOSPC' || code === 'EDQUOT') throw error;
      // Some network disks know no links: there the name is moved.
      if (code !== 'EEXIST') renameSync(draft, file);
    }
    syncFolderNow(path.dirname(file));
  } finally {
    rmSync(draft, { force: true });
  }
}
