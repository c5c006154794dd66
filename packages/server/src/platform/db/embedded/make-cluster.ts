import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseUser } from './database-user.ts';
import { diskFull, StartError } from './start-error.ts';

export const ownerName = 'marsad_owner';

// Order and case are PostgreSQL's own (the same on every machine); the character classes that trigram search asks are the
// system's, so a UTF-8 one is wanted, else Arabic letters do not count as letters.
const characterTypes = process.platform === 'win32' ? ['C'] : ['C.UTF-8', 'en_US.UTF-8', 'C'];

/**
 * Makes the database cluster in `<files>/18` when absent and returns its folder. Made under another name and renamed, so a
 * cluster cut off half-way is made again.
 * @throws StartError disk-full or database-failed with what initdb said
 */
export function makeCluster(binaries: string, files: string, password: string, user: DatabaseUser | undefined): string {
  const cluster = path.join(files, '18');
  if (existsSync(path.join(cluster, 'PG_VERSION'))) return cluster;
  const passwordFile = path.join(files, 'password');
  const draft = `${cluster}.draft`;
  let said = '';
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (user) chownSync(passwordFile, user.uid, user.gid);
    for (const type of characterTypes) {
      rmSync(draft, { recursive: true, force: true });
      const options = [
        '-D',
        draft,
        '-U',
        ownerName,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
      ];
      const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${type}`];
      const done = spawnSync(path.join(binaries, 'bin/initdb'), [...options, ...locale, '--no-instructions'], {
        cwd: files,
        encoding: 'utf8',
        windowsHide: true,
        ...(user && { uid: user.uid, gid: user.gid }),
      });
      if (done.status === 0) {
        renameSync(draft, cluster);
        return cluster;
      }
      said = `${done.error?.message ?? ''}${done.stderr ?? ''}`.trim();
      if (!said.includes('locale')) break;
    }
  } finally {
    rmSync(passwordFile, { force: true });
  }
  rmSync(draft, { recursive: true, force: true });
  if (said.includes('No space left')) throw diskFull(files);
  throw new StartError(
    'database-failed',
    `Expected to make the embedded database in ${files}, got: ${said || 'no answer'}. Mend that, or set DATABASE_URL.`,
  );
}
