// INVARIANT: one process owns a file. Reads and writes pass through here; nothing else opens it.
import { rename, rm } from 'node:fs/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { bind, type Parameter } from './bind.ts';

export interface DuckDbOptions {
  path: string;
  /** Ceiling of DuckDB's own memory, in megabytes. */
  memoryMegabytes: number;
  threads: number;
  /** Reads at the same time; more wait their turn. */
  readers: number;
}

export type Row = Record<string, unknown>;

/** A connection that one piece of work has to itself. */
export interface DuckDbSession {
  all(sql: string, parameters?: readonly Parameter[]): Promise<Row[]>;
  run(sql: string, parameters?: readonly Parameter[]): Promise<void>;
  connection: DuckDBConnection;
}

/** An open file: any number of reads beside one writer at a time. */
export interface DuckDbFile {
  path: string;
  /** Runs a query on a free reader. Integers of 64 bits come as bigint, dates and times as Date in UTC. */
  read(sql: string, parameters?: readonly Parameter[]): Promise<Row[]>;
  /** Several reads that see one state of the data: a writer waits until they are over. */
  readTogether<Result>(work: (read: DuckDbFile['read']) => Promise<Result>): Promise<Result>;
  /** Runs `work` in one transaction on the only writer; writers wait for each other. A failure rolls back and rethrows. */
  write<Result>(work: (session: DuckDbSession) => Promise<Result>): Promise<Result>;
  /** Waits for the reads under way, then puts the finished file `from` in place of this one and opens it. */
  replaceWith(from: string): Promise<void>;
  /** Whether a statement met a block that is damaged since this file was opened or put in place. */
  isDamaged(): boolean;
  /** Calls `listener` when a statement meets a damaged block for the first time. One listener: the file's owner. */
  whenDamaged(listener: () => void): void;
  close(): Promise<void>;
}

/** Whether DuckDB says that the file itself is broken, which no other statement and no later try puts right. */
export function isDamage(error: unknown): boolean {
  return error instanceof Error && /corrupt (database|wal) file|database has been invalidated/i.test(error.message);
}

/** Whether DuckDB says that another process has the file open. */
export function isHeldElsewhere(error: unknown): boolean {
  return error instanceof Error && /could not set lock on file/i.test(error.message);
}

interface Opened {
  instance: DuckDBInstance;
  writer: DuckDBConnection;
  free: DuckDBConnection[];
  all: DuckDBConnection[];
}

function sessionOn(connection: DuckDBConnection): DuckDbSession {
  return {
    connection,
    async all(sql, parameters = []) {
      const { values, types } = bind(parameters);
      const reader = await connection.runAndReadAll(sql, values, types);
      return reader.getRowObjectsJS() as Row[];
    },
    async run(sql, parameters = []) {
      const { values, types } = bind(parameters);
      await connection.run(sql, values, types);
    },
  };
}

async function open(options: DuckDbOptions): Promise<Opened> {
  const instance = await DuckDBInstance.create(options.path, {
    memory_limit: `${options.memoryMegabytes}MB`,
    threads: String(options.threads),
    temp_directory: `${options.path}.tmp`,
    // A force's network reaches nothing outside: what is not built in is an error at once, never a download.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    // The file alone is reachable: no statement reads or writes another file of the machine.
    enable_external_access: 'false',
  });
  const writer = await instance.connect();
  const all: DuckDBConnection[] = [];
  for (let index = 0; index < options.readers; index++) all.push(await instance.connect());
  return { instance, writer, free: [...all], all };
}

function shut(opened: Opened): void {
  for (const connection of opened.all) connection.closeSync();
  opened.writer.closeSync();
  opened.instance.closeSync();
}

/**
 * Opens a DuckDB file, making it when absent. Throws what DuckDB throws when the file is damaged or another process has
 * it: a mart is derived, so its owner may remove it and rebuild.
 */
export async function openDuckDbFile(options: DuckDbOptions): Promise<DuckDbFile> {
  let opened = await open(options);
  let closed = false;
  let swapping: Promise<void> | null = null;
  let reading = 0;
  let writerTail: Promise<unknown> = Promise.resolve();
  const waiting: (() => void)[] = [];
  const drained: (() => void)[] = [];
  let together = 0;
  const apart: (() => void)[] = [];
  let damaged = false;
  let tellOwner = (): void => {};

  function lookForDamage(error: unknown): void {
    if (damaged || !isDamage(error)) return;
    damaged = true;
    tellOwner();
  }

  async function acquire(): Promise<DuckDBConnection> {
    for (;;) {
      if (closed) throw new Error(`Expected an open mart file, got ${options.path} after its close; open it again.`);
      if (swapping) {
        await swapping;
        continue;
      }
      const connection = opened.free.pop();
      if (connection) {
        reading++;
        return connection;
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  }

  function release(connection: DuckDBConnection): void {
    opened.free.push(connection);
    reading--;
    waiting.shift()?.();
    if (reading === 0) for (const resolve of drained.splice(0)) resolve();
  }

  const allReadsOver = () =>
    reading === 0 ? Promise.resolve() : new Promise<void>((resolve) => drained.push(resolve));

  /** Queues behind the writer before it, whether that one failed or not. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = writerTail.then(work, work);
    writerTail = turn.catch(() => {});
    return turn;
  }

  function inWriterTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    return inTurn(async () => {
      if (together > 0) await new Promise<void>((resolve) => apart.push(resolve));
      return work();
    });
  }

  async function read(sql: string, parameters: readonly Parameter[] = []): Promise<Row[]> {
    const connection = await acquire();
    try {
      return await sessionOn(connection).all(sql, parameters);
    } catch (error) {
      lookForDamage(error);
      throw error;
    } finally {
      release(connection);
    }
  }

  return {
    path: options.path,
    read,
    async readTogether(work) {
      // Taking a turn only to register: such reads run beside each other, and the next writer waits for them.
      await inTurn(async () => {
        together++;
      });
      try {
        return await work(read);
      } finally {
        together--;
        if (together === 0) for (const resolve of apart.splice(0)) resolve();
      }
    },
    write: (work) =>
      inWriterTurn(async () => {
        const session = sessionOn(opened.writer);
        try {
          await session.run('BEGIN TRANSACTION');
          const result = await work(session);
          await session.run('COMMIT');
          return result;
        } catch (error) {
          await session.run('ROLLBACK').catch(() => {});
          lookForDamage(error);
          throw error;
        }
      }),
    replaceWith: (from) =>
      inWriterTurn(async () => {
        const swap = (async () => {
          await allReadsOver();
          shut(opened);
          await rm(`${options.path}.wal`, { force: true });
          await rename(from, options.path);
          opened = await open(options);
          damaged = false;
        })();
        swapping = swap.finally(() => {
          swapping = null;
          for (const resolve of waiting.splice(0)) resolve();
        });
        await swapping;
      }),
    isDamaged: () => damaged,
    whenDamaged: (listener) => {
      tellOwner = listener;
    },
    close: () =>
      inWriterTurn(async () => {
        if (closed) return;
        closed = true;
        for (const resolve of waiting.splice(0)) resolve();
        await allReadsOver();
        shut(opened);
      }),
  };
}
