// Where the database's binaries and files lie. Normally the binaries stay in node_modules and the files in `<data>/postgres`.
// Started by root from a folder that only root may enter (/root/..., mode 700), the database's own user could reach neither:
// then the binaries are copied to /var/lib/marsad/binaries-<version> and
// the files lie in /var/lib/marsad/database-<id>, with `<data>/postgres.location.json` naming the place. Loosening the rights of
// the folder above is never done: its owner closed it on purpose. Whoever deletes such a data folder deletes that place too.
import { randomUUID } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readJson } from './data-folder.ts';
import type { DatabaseUser } from './database-user.ts';

const systemFolder = '/var/lib/marsad';

/** Whether `user` may pass through every folder down to and including `folder` (absent folders at the end do not count). */
export function canReach(folder: string, user: DatabaseUser): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid, gid } = statSync(at);
      const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
      if (((mode >> shift) & 1) === 0) return false;
    }
    if (at === path.dirname(at)) return true;
  }
}

/** The folder of the database's own files, made when absent and owned by `user`. */
export function placeDatabaseFiles(dataFolder: string, user: DatabaseUser | undefined): string {
  const pointer = path.join(dataFolder, 'postgres.location.json');
  const pointed = readJson(pointer)?.folder;
  let folder = typeof pointed === 'string' ? pointed : path.join(dataFolder, 'postgres');
  if (
    typeof pointed !== 'string' &&
    user &&
    !existsSync(path.join(folder, 'PG_VERSION')) &&
    !canReach(dataFolder, user)
  ) {
    folder = path.join(sharedRoot(), `database-${randomUUID()}`);
    writeFileSync(pointer, `${JSON.stringify({ folder, dataFolder })}\n`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
  return folder;
}

/** The folder of binaries (`bin`, `lib`, `share` inside) that `user` can run: the packaged one, or a copy where it is out of reach. */
export function placeBinaries(packaged: string, version: string, user: DatabaseUser | undefined): string {
  if (!user || canReach(path.join(packaged, 'bin'), user)) return packaged;
  const copy = path.join(sharedRoot(), `binaries-${version}`);
  if (existsSync(copy)) return copy;
  // Copied beside and renamed, so that a copy cut off half-way is never taken for a whole one.
  const draft = `${copy}.${randomUUID()}`;
  cpSync(packaged, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function sharedRoot(): string {
  // Not the temporary folder: anybody may make a folder there first and plant binaries in it.
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
  return systemFolder;
}
