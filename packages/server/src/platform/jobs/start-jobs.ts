// Long work outside requests: graphile-worker in the same database. A job is asked for in the transaction of a command.
import { Logger, type Runner, run, type TaskList } from 'graphile-worker';
import type pg from 'pg';

export type Task = (payload: unknown, signal: AbortSignal) => Promise<void>;

export interface JobsOptions {
  ownerUrl: string;
  owner: pg.Pool;
  tasks: Record<string, Task>;
  onError(error: unknown, task: string): void;
}

/**
 * Starts one worker that does two jobs at a time. Jobs that a server now gone had taken are free again at once when no other server is connected;
 * beside others they are free after the library's four hours.
 */
export async function startJobs(options: JobsOptions): Promise<Runner> {
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
  const runner = await run({
    connectionString: options.ownerUrl,
    maxPoolSize: 3,
    // Tasks that must not overlap share a queue; what is due at a moment does not wait behind an import.
    concurrency: 2,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 200,
    pollInterval: 2_000,
    taskList,
    // Its own lines may quote payloads; failures reach our log by onError without them.
    logger: new Logger(() => () => undefined),
  } as Parameters<typeof run>[0]);
  await options.owner.query(`
    SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by)) FROM graphile_worker._private_jobs
    WHERE locked_by IS NOT NULL AND locked_at < now() - interval '1 second' AND 1 >= (
      SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'marsad sequencer')`);
  return runner;
}
