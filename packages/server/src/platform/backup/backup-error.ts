/** What kept a backup from being made or restored, in a sentence for the person at the terminal. */
export class BackupError extends Error {}

/** The error for an archive that is not what was written. */
export const damaged = (part: string, found: string): BackupError =>
  new BackupError(
    `Expected the archive whole, got it damaged at ${part}: ${found}. Nothing was restored; use another copy of it.`,
  );
