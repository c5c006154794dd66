/** What kept Marsad from starting. `code` is for programs and tests, the message is for the person at the terminal. */
export type StartErrorCode =
  | 'data-folder-not-writable'
  | 'data-folder-newer'
  | 'data-folder-in-use'
  | 'disk-full'
  | 'keys'
  | 'database-user'
  | 'database-binaries'
  | 'database-failed'
  | 'database-unreachable'
  | 'port-taken'
  | 'settings';

/** Thrown for everything a person can put right; its message says what was expected, what was found and what to do. */
export class StartError extends Error {
  readonly code: StartErrorCode;

  constructor(code: StartErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
    this.code = code;
  }
}

const fullDisk = new Set(['ENOSPC', 'EDQUOT']);
const refused = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST']);

/** Turns a file-system failure under `folder` into a StartError; any other error comes back as it was. */
export function explainFileError(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  if (fullDisk.has(code)) return diskFull(folder, error);
  if (refused.has(code)) {
    return new StartError(
      'data-folder-not-writable',
      `Expected a folder that can be written at ${folder}, got ${code}. Give this user the right to write there, or set MARSAD_DATA to another folder.`,
      { cause: error },
    );
  }
  return error;
}

/** The error for a disk without room at `folder`. */
export function diskFull(folder: string, cause?: unknown): StartError {
  return new StartError(
    'disk-full',
    `Expected free space on the disk of ${folder}, got a full disk. Free at least 500 MB, or set MARSAD_DATA to a folder on another disk.`,
    { cause },
  );
}
