// Bytes that no attachment stands for: of a command that failed after they were kept, or withdrawn. A day is left to whatever
// is on its way.
import { readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { digestsInUse } from './attachment-store.ts';

const keptMilliseconds = 24 * 3_600_000;
const batchSize = 1_000;

/** Removes orphaned bytes and what broken sendings left, older than a day. Safe while files are received. */
export async function sweepAttachments(owner: pg.Pool, filesFolder: string, now: Date): Promise<void> {
  const folder = path.join(filesFolder, 'attachments');
  const isOld = async (file: string): Promise<boolean> => {
    const found = await stat(file).catch(() => null);
    return found?.isFile() === true && now.getTime() - found.mtimeMs > keptMilliseconds;
  };
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const place = path.join(folder, entry.name);
    if (entry.isFile()) {
      if (entry.name.endsWith('.part') && (await isOld(place))) await rm(place, { force: true });
      continue;
    }
    const names = (await readdir(place)).filter((name) => /^[0-9a-f]{64}$/.test(name));
    for (let from = 0; from < names.length; from += batchSize) {
      const some = names.slice(from, from + batchSize);
      const used = await digestsInUse(owner, some);
      for (const name of some) if (!used.has(name)) await removeIfOld(path.join(place, name), folder, isOld);
    }
  }
}

/** Takes the file aside before it is judged: the same bytes received this moment make a new file in its place. */
async function removeIfOld(file: string, folder: string, isOld: (file: string) => Promise<boolean>): Promise<void> {
  if (!(await isOld(file))) return;
  const aside = path.join(folder, `${path.basename(file)}.part`);
  await rename(file, aside);
  if (await isOld(aside)) await rm(aside, { force: true });
  else await rename(aside, file);
}
