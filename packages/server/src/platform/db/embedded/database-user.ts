// PostgreSQL refuses to run as root. Started by root, the database runs as the system user `marsad-db`, made when absent.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StartError } from './start-error.ts';

export interface DatabaseUser {
  uid: number;
  gid: number;
  name: string;
}

const userName = 'marsad-db';

/**
 * The user the database must run as, or undefined when it can run as the present one.
 * @throws StartError database-user when there is none and none can be made
 */
export function databaseUser(): DatabaseUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const found = findUser(userName);
  if (found) return found;
  for (const [command, ...options] of waysToMakeUser) {
    try {
      execFileSync(command, [...options, userName], { stdio: 'ignore' });
    } catch {
      continue;
    }
    const made = findUser(userName);
    if (made) return made;
  }
  const packaged = findUser('postgres');
  if (packaged) return packaged;
  throw new StartError(
    'database-user',
    `Expected the system user ${userName} or the right to make it, got neither; PostgreSQL does not run as root. Make it with "useradd --system ${userName}", start Marsad as an ordinary user, or set DATABASE_URL.`,
  );
}

const waysToMakeUser: [string, ...string[]][] = [
  ['useradd', '--system', '--no-create-home', '--user-group', '--shell', '/usr/sbin/nologin'],
  ['adduser', '-S', '-D', '-H', '-s', '/sbin/nologin'],
];

function findUser(name: string): DatabaseUser | undefined {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [found, , uid, gid] = line.split(':');
    if (found === name && uid && gid) return { uid: Number(uid), gid: Number(gid), name };
  }
  return undefined;
}
