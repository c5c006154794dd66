import type pg from 'pg';
import { readLookups } from '../store.ts';
import { openMart } from './mart.ts';
import type { MartIncident } from './mart-incident.ts';
import { rebuild } from './rebuild-mart.ts';

export interface NewMart {
  /** The file to make; what it held is replaced. */
  path: string;
  /** Names of units and types come from this database. */
  owner: pg.ClientBase;
  /** Batches of a few thousand, oldest first. No incident twice. */
  incidents: AsyncIterable<MartIncident[]>;
  at: Date;
  progress?: (written: number) => void;
}

/** Makes a mart that no server feeds, for measurements. Streams; returns how many incidents were written. */
export async function makeMart({ path, owner, incidents, at, progress }: NewMart): Promise<number> {
  const lookups = await readLookups(async (text, parameters) => (await owner.query(text, [...parameters])).rows);
  const mart = await openMart({ path, memoryMegabytes: 180, threads: 2, readers: 1 });
  try {
    const source = { position: 0, epoch: 'measurement', at: at.toISOString(), lookups, incidents };
    return await rebuild(mart, { ...source, ...(progress && { progress }) });
  } finally {
    await mart.file.close();
  }
}
