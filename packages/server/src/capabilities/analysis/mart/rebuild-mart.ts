import { rm } from 'node:fs/promises';
import { openDuckDbFile } from '../../../platform/duckdb/duckdb-file.ts';
import { type FeedPosition, writeBatch } from './feed-mart.ts';
import { createTables, type Mart } from './mart.ts';
import type { MartIncident, MartLookups } from './mart-incident.ts';
import { replaceLookups } from './write-lookups.ts';

// The old file goes on serving meanwhile, with its own ceiling: both together must stay within the server's memory.
const BUILDING_MEGABYTES = 120;

export interface RebuildSource extends FeedPosition {
  lookups: MartLookups;
  /** Batches of a few thousand, oldest first: the order makes the filters by date quick. No incident twice. */
  incidents: AsyncIterable<MartIncident[]>;
  /** Called after each batch with the incidents written so far. */
  progress?: (written: number) => void;
  signal?: AbortSignal;
}

/**
 * Builds the mart anew beside the old one and swaps the file when it is whole; until then, and for ever when the source
 * breaks off or `signal` aborts, figures come from the old. Streams: memory does not grow with the number of incidents.
 * Versions begin here: a figure asked for an earlier moment shows what is known now of the incidents received by then.
 * Returns how many incidents were written.
 */
export async function rebuild(mart: Mart, source: RebuildSource): Promise<number> {
  const path = `${mart.options.path}.building`;
  await rm(path, { force: true });
  const building = await openDuckDbFile({
    path,
    memoryMegabytes: BUILDING_MEGABYTES,
    threads: mart.options.threads,
    readers: 1,
  });
  let written = 0;
  try {
    await building.write(createTables);
    await building.write((session) => replaceLookups(session, source.lookups));
    for await (const batch of source.incidents) {
      source.signal?.throwIfAborted();
      await building.write((session) => writeBatch(session, batch, true));
      written += batch.length;
      source.progress?.(written);
    }
    await building.write((session) =>
      session.run(
        'UPDATE mart_state SET position = $1, epoch = $2, fed_at = $3::TIMESTAMP, rebuilt_at = $3::TIMESTAMP',
        [source.position, source.epoch, source.at.replace('Z', '')],
      ),
    );
    await building.read('CHECKPOINT');
  } catch (error) {
    await building.close();
    for (const end of ['', '.wal', '.tmp']) await rm(`${path}${end}`, { force: true, recursive: true });
    throw error;
  }
  await building.close();
  await mart.file.replaceWith(path);
  return written;
}
