import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The secrets of an installation, kept beside the data and outside the database, readable by their owner alone. */
export interface Keys {
  /** Seals the audit chain and digests the values it does not hold. */
  audit: Buffer;
  /** Signs sign-in cookies. */
  session: string;
  /** Password of the database's runtime role. */
  runtimePassword: string;
}

/** Reads `<data>/keys/*`, making what is missing. Losing the audit key means that the log can no longer be verified. */
export function readKeys(dataFolder: string): Keys {
  const folder = path.join(dataFolder, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = (name: string): string => {
    const file = path.join(folder, name);
    if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
    return readFileSync(file, 'utf8').trim();
  };
  return { audit: Buffer.from(key('audit'), 'hex'), session: key('session'), runtimePassword: key('runtime-database') };
}
