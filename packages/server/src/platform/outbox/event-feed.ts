// Hands this server every event, in order, whichever server's command made it. The table is the truth and is read from the
// last position that was handed on whole; a notice of the database only says when to look. Positions are given under one
// lock (`sequencer.ts`): a position can be read only when every one below it can, so reading past the last loses nothing.
import type pg from 'pg';
import { listen } from './listen.ts';

export const eventsChannel = 'marsad_events';
const batchSize = 1000;
const firstRetryMilliseconds = 100;
const longestRetryMilliseconds = 5_000;

export interface SequencedEvent {
  position: number;
  kind: string;
  incident_id: string | null;
  force_id: number | null;
  room_id: number | null;
  station_id: number | null;
  type_id: number | null;
  created_by: string | null;
  payload: Record<string, unknown>;
  at: string;
}

export interface EventFeedOptions {
  owner: pg.Pool;
  /** Where the notices are heard: a direct connection, for poolers by transaction drop them. */
  ownerUrl: string;
  /** Events above this position are handed on. */
  after: number;
  /** Takes events in order, at least once: when it rejects, the same come again. */
  onEvents(events: SequencedEvent[]): Promise<void>;
  onError(error: unknown): void;
  /** How often to look without a notice; one second when absent. */
  lookMilliseconds?: number;
}

export interface EventFeed {
  /** Says that events were positioned. */
  poke(): void;
  /** Resolves when every event positioned before the call has been handed on; rejects if that failed. */
  catchUp(): Promise<void>;
  /** Waits for the events under way and hands on no more. */
  stop(): Promise<void>;
}

/** Starts handing on. */
export function startEventFeed(options: EventFeedOptions): EventFeed {
  let last = options.after;
  let wanted = false;
  let stopped = false;
  let running: Promise<void> | null = null;
  let retry: NodeJS.Timeout | undefined;
  let retryIn = firstRetryMilliseconds;

  const run = async (): Promise<void> => {
    try {
      do {
        wanted = false;
        let more = true;
        while (more && !stopped) {
          const events = await readEvents(options.owner, last);
          if (events.length > 0) await options.onEvents(events);
          last = events.at(-1)?.position ?? last;
          more = events.length === batchSize;
          retryIn = firstRetryMilliseconds;
        }
      } while (wanted && !stopped);
    } finally {
      // At once with the last look at `wanted`: who asks after it begins a new run.
      running = null;
    }
  };
  const start = (): Promise<void> => {
    running ??= run();
    return running;
  };
  const poke = (): void => {
    wanted = true;
    if (running || stopped) return;
    clearTimeout(retry);
    start().catch((error: unknown) => {
      if (stopped) return;
      options.onError(error);
      retry = setTimeout(poke, retryIn);
      retryIn = Math.min(retryIn * 2, longestRetryMilliseconds);
    });
  };
  const listener = listen({
    url: options.ownerUrl,
    channel: eventsChannel,
    name: 'events',
    // The notice of what this server positioned itself comes when it has been read already.
    onNotice: (position) => Number(position) > last && poke(),
    onHearing: poke,
    onError: options.onError,
  });
  const timer = setInterval(poke, options.lookMilliseconds ?? 1_000);
  return {
    poke,
    catchUp: async () => {
      wanted = true;
      await start();
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      clearTimeout(retry);
      await listener.stop();
      await running?.catch(() => undefined);
    },
  };
}

async function readEvents(owner: pg.Pool, after: number): Promise<SequencedEvent[]> {
  const found = await owner.query(
    `SELECT position, kind, incident_id, force_id, room_id, station_id, type_id, created_by, payload, at
     FROM event WHERE position > $1 ORDER BY position LIMIT $2`,
    [after, batchSize],
  );
  return found.rows as SequencedEvent[];
}
