// Long work outside requests: graphile-worker in the same database. A job is asked for in the transaction of a command.
import { EventEmitter } from 'node:events';
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import { keepWorkerKnown } from './living-workers.ts';

export type Task = (payload: unknown, signal: AbortSignal) => Promise<void>;

export interface JobsOptions {
  ownerUrl: string;
  owner: pg.Pool;
  tasks: Record<string, Task>;
  /** Tasks that run by themselves: minute, hour, day, month, weekday (UTC) and the task's name, a line each. */
  schedule: string;
  onError(error: unknown, task: string): void;
}

/**
 * Starts two workers, so two jobs at a time. Jobs that a server now gone had taken are free again within seconds, whether
 * other servers are there or not (`living-workers.ts`).
 */
export async function startJobs(options: JobsOptions): Promise<{ stop(): Promise<void> }> {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(options.tasks).map(([name, task]) => [
      name,
      async (payload: unknown, helpers: { abortSignal?: AbortSignal }) => {
        try {
          await task(payload, helpers.abortSignal ?? new AbortController().signal);
        } catch (error) {
          options.onError(error, name);
          throw error;
        }
      },
    ]),
  );
  // A job that is taken bears the name of the pool, not of the worker in it.
  const pools: string[] = [];
  const events = new EventEmitter() as WorkerEvents;
  events.on('pool:create', ({ workerPool }) => pools.push(workerPool.id));
  const runner = await run({
    events,
    connectionString: options.ownerUrl,
    maxPoolSize: 3,
    // Tasks that must not overlap share a queue; what is due at a moment does not wait behind an import.
    concurrency: 2,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 200,
    pollInterval: 2_000,
    taskList,
    crontab: options.schedule,
    // Its own lines may quote payloads; failures reach our log by onError without them.
    logger: new Logger(() => () => undefined),
  } as Parameters<typeof run>[0]);
  if (pools.length === 0) throw new Error('Expected a pool of workers, got none: its jobs would be taken from it.');
  const known = await Promise.all(pools.map((pool) => keepWorkerKnown(options.ownerUrl, options.owner, pool)));
  return {
    stop: async () => {
      await runner.stop();
      await Promise.all(known.map((worker) => worker.stop()));
    },
  };
}
