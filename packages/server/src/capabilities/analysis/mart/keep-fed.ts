// Keeps the mart of this server in step with the events. One round at a time; a failed round is tried again later and
// loses nothing, because the position is stored with the data.
import type pg from 'pg';
import type { Clock } from '../../../platform/clock/clock.ts';
import { readChanged, readHead, readLookups, readSource, readTouched, type SourceQuery } from '../store.ts';
import { feed } from './feed-mart.ts';
import { type Mart, readState } from './mart.ts';
import type { MartIncident } from './mart-incident.ts';
import { rebuild } from './rebuild-mart.ts';
import { writeLookups } from './write-lookups.ts';

// Further behind than this many events or incidents, reading the tables once is quicker than following each, and is never
// all in memory.
const REBUILD_BEHIND = 50_000;
const LOOKUPS_EVERY_MILLISECONDS = 10_000;
const RETRY_MILLISECONDS = 2_000;

export interface MartKeeperOptions {
  mart: Mart;
  /** The owner's pool: the keeper reads every force, and nothing of persons. */
  owner: pg.Pool;
  clock: Clock;
  onError(error: unknown): void;
}

export interface MartKeeper {
  /** Says that events were positioned. */
  poke(): void;
  /** Resolves when every event positioned before the call is in the mart; rejects if that failed. */
  catchUp(): Promise<void>;
  /** Waits for the round under way and begins no other. */
  stop(): Promise<void>;
}

/** Starts keeping; the first round begins at once and builds the mart where it is empty, damaged or of another epoch. */
export function keepFed(options: MartKeeperOptions): MartKeeper {
  let running: Promise<void> | null = null;
  let wanted = false;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;
  const abort = new AbortController();
  const lookups = createLookups(options);

  const run = async (): Promise<void> => {
    do {
      wanted = false;
      let more = true;
      while (more && !stopped) more = await roundOrMend(options, lookups, abort.signal);
    } while (wanted && !stopped);
  };
  const start = (): Promise<void> => {
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
  const poke = (): void => {
    wanted = true;
    if (running || stopped) return;
    start().catch((error: unknown) => {
      if (stopped) return;
      options.onError(error);
      clearTimeout(retry);
      retry = setTimeout(poke, RETRY_MILLISECONDS);
    });
  };
  // A damaged block shows when a figure first reads it: the file is made anew then, without waiting for an event.
  options.mart.file.whenDamaged(poke);
  poke();
  return {
    poke,
    catchUp: async () => {
      wanted = true;
      await start();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(retry);
      abort.abort();
      await running?.catch(() => {});
    },
  };
}

type Lookups = ReturnType<typeof createLookups>;

/** Names and the tree of units change seldom: read again after a while, or when an incident names a unit not yet known. */
function createLookups({ mart, clock }: MartKeeperOptions) {
  let written = '';
  let units = new Set<number>();
  let readAt = Number.NEGATIVE_INFINITY;
  return {
    async refresh(query: SourceQuery, changed: readonly MartIncident[]): Promise<void> {
      const now = clock.now().getTime();
      const unknown = changed.some((one) => !units.has(one.roomId));
      if (!unknown && Math.abs(now - readAt) < LOOKUPS_EVERY_MILLISECONDS) return;
      const read = await readLookups(query);
      const text = JSON.stringify(read);
      if (text !== written) await writeLookups(mart, read);
      written = text;
      units = new Set(read.units.map((unit) => unit.unitId));
      readAt = now;
    },
  };
}

/** A round; one that meets damage is followed by another, which makes the file anew. */
async function roundOrMend(options: MartKeeperOptions, lookups: Lookups, signal: AbortSignal): Promise<boolean> {
  const knownDamaged = options.mart.file.isDamaged();
  try {
    return await round(options, lookups, signal);
  } catch (error) {
    if (knownDamaged || !options.mart.file.isDamaged()) throw error;
    return true;
  }
}

/** Takes one step towards the newest event; returns whether there may be more. */
async function round({ mart, owner, clock }: MartKeeperOptions, lookups: Lookups, signal: AbortSignal) {
  const state = mart.file.isDamaged() ? null : await readState(mart.file.read);
  return inSnapshot(owner, async (query) => {
    const head = await readHead(query);
    const at = clock.now().toISOString();
    const readAll = async () => {
      const source = { ...head, at, lookups: await readLookups(query), incidents: readSource(query), signal };
      await rebuild(mart, source);
      return true;
    };
    if (!state || state.epoch !== head.epoch || head.position - state.position > REBUILD_BEHIND) return readAll();
    if (head.position === state.position) {
      await lookups.refresh(query, []);
      return false;
    }
    const touched = await readTouched(query, state.position, REBUILD_BEHIND);
    if (touched.incidentIds.length > REBUILD_BEHIND) return readAll();
    const changed = await readChanged(query, touched.incidentIds);
    await lookups.refresh(query, changed);
    await feed(mart, changed, { position: touched.position, epoch: head.epoch, at });
    return touched.position < head.position;
  });
}

// One repeatable-read transaction: the position and the rows are of the same moment.
async function inSnapshot<Result>(pool: pg.Pool, work: (query: SourceQuery) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let failed = false;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // An owner that is no superuser stands under row-level security like everybody: it is given every unit.
    await client.query(
      "SELECT set_config('marsad.read_units', coalesce((SELECT array_agg(unit_id) FROM org_unit), '{}')::text, true)",
    );
    return await work(async (sql, parameters) => (await client.query(sql, [...parameters])).rows);
  } catch (error) {
    failed = true;
    throw error;
  } finally {
    await client.query('ROLLBACK').catch(() => {});
    client.release(failed);
  }
}
