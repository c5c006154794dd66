import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { explainFileError, StartError } from '../db/embedded/start-error.ts';
import { makeFileNow } from './on-disk.ts';

/** The secrets of an installation, kept beside the data and outside the database, readable by their owner alone. */
export interface Keys {
  /** Seals the audit chain and digests the values it does not hold. */
  audit: Buffer;
  /** Signs sign-in cookies. */
  session: string;
  /** Password of the database's runtime role. */
  runtimePassword: string;
}

const hexadecimal = { whole: /^[0-9a-f]{64}$/, is: '64 hexadecimal digits' };
const expected = {
  audit: {
    ...hexadecimal,
    remedy: 'Put it back from a backup: with another one the audit log could not be verified any more.',
  },
  session: {
    ...hexadecimal,
    remedy: 'Put it back from a backup, or remove it: a new one is made, and everybody signs in again.',
  },
  // The force may have given the role a password of its own.
  'runtime-database': {
    whole: /^\S{8,}$/,
    is: 'a password of eight characters or more',
    remedy: 'Put it back from a backup, or remove it: a new password is made and given to the role.',
  },
};

/**
 * Reads `<data>/keys/*`, making what is missing. Losing the audit key means that the log can no longer be verified.
 * @throws StartError keys for a file that is not what was written whole: an empty key seals and signs nothing
 */
export function readKeys(dataFolder: string): Keys {
  const folder = path.join(dataFolder, 'keys');
  const key = (name: keyof typeof expected): string => {
    const file = path.join(folder, name);
    if (!existsSync(file)) makeFileNow(file, randomBytes(32).toString('hex'));
    const text = readFileSync(file, 'utf8').trim();
    const { whole, is, remedy } = expected[name];
    if (whole.test(text)) return text;
    throw new StartError(
      'keys',
      `Expected ${is} in ${file}, got ${text === '' ? 'an empty file' : `${text.length} characters that are none`}. ${remedy}`,
    );
  };
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return {
      audit: Buffer.from(key('audit'), 'hex'),
      session: key('session'),
      runtimePassword: key('runtime-database'),
    };
  } catch (error) {
    throw explainFileError(error, folder);
  }
}
