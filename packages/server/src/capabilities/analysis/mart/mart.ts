import { rm } from 'node:fs/promises';
import type { Freshness } from '@marsad/contract/analysis/measure-result.ts';
import {
  type DuckDbFile,
  type DuckDbOptions,
  type DuckDbSession,
  isHeldElsewhere,
  openDuckDbFile,
} from '../../../platform/duckdb/duckdb-file.ts';
import { MART_SCHEMA, martTables } from './schema.ts';

/** The mart of this process: a derived file of facts without persons, fed in the order of events. */
export interface Mart {
  file: DuckDbFile;
  options: DuckDbOptions;
}

export type MartState = Omit<Freshness, 'asOf'>;

/** Makes the tables in a new file. */
export async function createTables(session: DuckDbSession): Promise<void> {
  await session.connection.run(martTables);
}

async function removeFile(path: string): Promise<void> {
  for (const end of ['', '.wal', '.tmp']) await rm(`${path}${end}`, { force: true, recursive: true });
}

async function openIfSound(options: DuckDbOptions): Promise<DuckDbFile | null> {
  const file = await openDuckDbFile(options);
  let sound = false;
  try {
    const tables = await file.read("SELECT 1 AS found FROM information_schema.tables WHERE table_name = 'mart_state'");
    const state = tables.length > 0 ? await file.read('SELECT * FROM mart_state') : [];
    sound = state[0]?.schema === MART_SCHEMA;
  } finally {
    if (!sound) await file.close();
  }
  return sound ? file : null;
}

/**
 * Opens the mart, making it when absent. A file that is damaged or of another schema is removed and begun anew at
 * position 0, for everything in it can be rebuilt; one whose damage shows only later is rebuilt by its keeper. A file that
 * another process holds is an error.
 */
export async function openMart(options: DuckDbOptions): Promise<Mart> {
  await removeFile(`${options.path}.building`);
  let file: DuckDbFile | null = null;
  try {
    file = await openIfSound(options);
  } catch (error) {
    if (isHeldElsewhere(error)) {
      throw new Error(
        `Expected the mart ${options.path} to be free, got one that another process holds; stop the other server or give this one its own data folder.`,
        { cause: error },
      );
    }
  }
  if (!file) {
    await removeFile(options.path);
    file = await openDuckDbFile(options);
    await file.write(createTables);
  }
  return { file, options };
}

const instant = (value: unknown): string | null => (value instanceof Date ? value.toISOString() : null);

/** Returns what the mart holds: the position of the last event in it, and since when it keeps versions. */
export async function readState(read: DuckDbFile['read']): Promise<MartState> {
  const [row] = await read('SELECT position, epoch, fed_at, rebuilt_at FROM mart_state');
  return {
    position: Number(row?.position ?? 0),
    epoch: typeof row?.epoch === 'string' ? row.epoch : null,
    fedAt: instant(row?.fed_at),
    versionsSince: instant(row?.rebuilt_at),
  };
}

/** The position of the last event in the mart. */
export async function martPosition(mart: Mart): Promise<number> {
  return (await readState((sql) => mart.file.read(sql))).position;
}
