import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from './schema.generated.ts';

export type Database = Kysely<DB>;

// timestamptz comes out as an ISO instant in UTC and int8 as a number: positions and counts stay far below 2^53.
const isoInstant = (text: string): string => new Date(text).toISOString();
const parsers = new Map<number, (text: string) => unknown>([
  [1184, isoInstant],
  [20, Number],
  [1082, (text) => text],
  [1700, Number],
]);
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) ||
    pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
};

interface PoolOptions {
  max: number;
  statementSeconds?: number;
  name: string;
  /** Times come out as Date instead of text: for the sign-in library, which compares them as they are. */
  dates?: boolean;
  /** Serves the door: sign-in, sessions, tokens. The database opens their tables to such connections alone. */
  door?: boolean;
}

/** A pool of connections to `url`. Sessions speak UTC; a statement that runs longer than `statementSeconds` is ended. */
export function createPool(url: string, options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    ...(!options.dates && { types }),
    application_name: `marsad ${options.name}`,
    statement_timeout: (options.statementSeconds ?? 30) * 1000,
    idle_in_transaction_session_timeout: 60_000,
    options: `-c timezone=UTC${options.door ? ' -c marsad.door=on' : ''}`,
  });
  // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}

export function kyselyOf(pool: pg.Pool): Database {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

/** One connection outside any pool, for LISTEN and long advisory locks. */
export async function connectClient(url: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    types,
    application_name: `marsad ${name}`,
    options: '-c timezone=UTC',
    // A connection that only listens would never learn that the other side is gone.
    keepAlive: true,
    connectionTimeoutMillis: 15_000,
  });
  client.on('error', () => {});
  await client.connect();
  return client;
}
