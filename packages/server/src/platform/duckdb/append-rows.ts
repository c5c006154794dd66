import { BOOLEAN, DOUBLE, DuckDBDataChunk, type DuckDBType, INTEGER, VARCHAR } from '@duckdb/node-api';
import type { DuckDbSession } from './duckdb-file.ts';

const types: Record<ColumnKind, DuckDBType> = { boolean: BOOLEAN, double: DOUBLE, integer: INTEGER, text: VARCHAR };
type ColumnKind = 'boolean' | 'double' | 'integer' | 'text';

/** One column of a table and where its value stands in an item. */
export type Column<Item> = [kind: ColumnKind, value: (item: Item) => string | number | boolean | null];

// DuckDB's own vector size: a chunk holds no more.
const CHUNK_ROWS = 2048;

/** Appends `items` to the temporary table `table` of this session, whose columns stand in the order of `columns`. */
export async function appendRows<Item>(
  session: DuckDbSession,
  table: string,
  columns: Column<Item>[],
  items: readonly Item[],
): Promise<void> {
  if (items.length === 0) return;
  const appender = await session.connection.createAppender(table, 'main', 'temp');
  const chunkTypes = columns.map(([kind]) => types[kind]);
  try {
    for (let start = 0; start < items.length; start += CHUNK_ROWS) {
      const part = items.slice(start, start + CHUNK_ROWS);
      const chunk = DuckDBDataChunk.create(chunkTypes, part.length);
      chunk.setColumns(columns.map(([, value]) => part.map(value)));
      appender.appendDataChunk(chunk);
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}
