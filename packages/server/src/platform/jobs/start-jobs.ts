// Long work outside requests: graphile-worker in the same database. A job is asked for in the transaction of a command.
import { EventEmitter } from 'node:events';
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import { keepWorkerKnown } from './living-workers.ts';

export type Task = (payload: unknown, signal: AbortSignal) => Promise<void>;

export interface JobsOptions {
  ownerUrl: string;
  owner: pg.Pool;
  /** Tasks that may take long: two at a time, those that must not overlap share a queue. */
  tasks: Record<string, Task>;
  /** Tasks that are due at a moment and soon done: a worker of their own, so that they wait behind nothing long. */
  dueTasks: Record<string, Task>;
  /** Tasks that run by themselves: minute, hour, day, month, weekday (UTC) and the task's name, a line each. */
  schedule: string;
  onError(error: unknown, task: string): void;
}

interface Jobs {
  stop(): Promise<void>;
}

/**
 * Starts two workers for what may take long and one for what is due at a moment. Jobs that a server now gone had taken are
 * free again within seconds, whether other servers are there or not (`living-workers.ts`).
 */
export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { tasks, dueTasks, schedule } = options;
  const begun = [
    await startWorkers(options, { tasks: dueTasks, schedule: '', workers: 1 }),
    await startWorkers(options, { tasks, schedule, workers: 2 }),
  ];
  return {
    stop: async () => {
      await Promise.all(begun.map((jobs) => jobs.stop()));
    },
  };
}

interface Workers {
  tasks: Record<string, Task>;
  schedule: string;
  workers: number;
}

/** Starts workers that take jobs of their own tasks alone. */
async function startWorkers(options: JobsOptions, { tasks, schedule, workers }: Workers): Promise<Jobs> {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
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
    maxPoolSize: workers + 1,
    concurrency: workers,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 200,
    pollInterval: 2_000,
    taskList,
    crontab: schedule,
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
