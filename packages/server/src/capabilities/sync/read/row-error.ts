/** Why a row was refused: the reason's key in the contract's reasons, the column and the value as it stood there. */
export class RowError extends Error {
  readonly reason: string;
  readonly column: string | null;
  readonly value: string | null;

  constructor(reason: string, column: string | null, value: string | null) {
    super(`Expected a value that fits, got ${reason} in ${column ?? 'the row'}; see the error file.`);
    this.reason = reason;
    this.column = column;
    this.value = value;
  }
}

/** Why a whole file cannot be read. Nothing of it was written. */
export class FileError extends Error {
  readonly reason: string;
  /** What it is about: the name of a column, where there is one. */
  readonly subject: string | undefined;

  constructor(reason: string, what: string, subject?: string) {
    super(what);
    this.reason = reason;
    this.subject = subject;
  }
}
