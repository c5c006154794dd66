// Hears a channel of the database on a connection of its own, and takes it up again whenever it breaks.
import type pg from 'pg';
import { connectClient } from '../db/pools.ts';

const firstWaitMilliseconds = 100;
const longestWaitMilliseconds = 5_000;

export interface ListenOptions {
  url: string;
  channel: string;
  /** The connection's name, as the database shows it. */
  name: string;
  onNotice(payload: string): void;
  /** Called each time the channel is heard (again): what was said before may have been missed. */
  onHearing(): void;
  onError(error: unknown): void;
}

export interface Listener {
  stop(): Promise<void>;
}

/** Starts to hear `channel`. A database that cannot be reached is tried again, ever more seldom, at least each five seconds. */
export function listen(options: ListenOptions): Listener {
  let stopped = false;
  let client: pg.Client | null = null;
  let connecting: Promise<void> = Promise.resolve();
  let waiting: NodeJS.Timeout | undefined;
  let wait = firstWaitMilliseconds;

  const connect = async (): Promise<void> => {
    const opened = await connectClient(options.url, options.name);
    if (stopped) return opened.end();
    client = opened;
    let ended = false;
    opened.once('end', () => {
      ended = true;
      if (client !== opened) return;
      client = null;
      again();
    });
    opened.on('notification', (notice) => options.onNotice(notice.payload ?? ''));
    await opened.query(`LISTEN ${options.channel}`);
    if (ended) return;
    wait = firstWaitMilliseconds;
    options.onHearing();
  };
  const start = (): void => {
    connecting = connect().catch((error: unknown) => {
      if (stopped) return;
      options.onError(error);
      // Where the connection stands but would not listen, its end brings the next try.
      if (client) client.end().catch(() => undefined);
      else again();
    });
  };
  const again = (): void => {
    if (stopped) return;
    clearTimeout(waiting);
    waiting = setTimeout(start, wait);
    wait = Math.min(wait * 2, longestWaitMilliseconds);
  };
  start();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(waiting);
      await connecting;
      await client?.end();
    },
  };
}
