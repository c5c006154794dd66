import type pg from 'pg';
import type { Standing } from '../metrics/metrics.ts';
import { readImportStates, readJobStates, readQueues } from './store.ts';

export interface StandingSources {
  owner: pg.Pool;
  pools: Record<string, pg.Pool>;
  streams(): number;
  martPosition(): Promise<number>;
}

/** How this server and its database stand now. */
export async function readStanding(sources: StandingSources): Promise<Standing> {
  const { owner } = sources;
  const [queues, jobs, imports, position] = await Promise.all([
    readQueues(owner),
    readJobStates(owner),
    readImportStates(owner),
    sources.martPosition(),
  ]);
  return {
    streams: sources.streams(),
    outboxRows: queues.outboxRows,
    outboxAgeSeconds: queues.outboxAgeSeconds,
    auditUnsealed: queues.auditUnsealed,
    martBehind: Math.max(0, queues.head - position),
    jobs,
    imports,
    pools: Object.entries(sources.pools).flatMap(([pool, of]) => [
      { pool, state: 'busy' as const, count: of.totalCount - of.idleCount },
      { pool, state: 'idle' as const, count: of.idleCount },
      { pool, state: 'asked' as const, count: of.waitingCount },
    ]),
  };
}
