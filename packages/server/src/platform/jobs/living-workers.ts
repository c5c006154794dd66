// Which workers live is told by the database itself: each keeps a connection that bears its name, and a connection ends
// with its process, killed or not. So a job whose worker is gone is free within seconds, and one whose worker lives never.
import type pg from 'pg';
import { connectClient } from '../db/pools.ts';

const LOOK_MILLISECONDS = 5_000;
const nameOf = (poolId: string): string => `worker ${poolId}`;

export interface LivingWorker {
  stop(): Promise<void>;
}

/** Keeps a pool of workers known as living, and frees jobs of those that no longer are: now and every five seconds. */
export async function keepWorkerKnown(ownerUrl: string, owner: pg.Pool, poolId: string): Promise<LivingWorker> {
  let known = await connectClient(ownerUrl, nameOf(poolId));
  let lost = false;
  known.once('end', () => {
    lost = true;
  });
  const look = async (): Promise<void> => {
    if (lost) {
      lost = false;
      known = await connectClient(ownerUrl, nameOf(poolId));
      known.once('end', () => {
        lost = true;
      });
    }
    await freeJobsOfTheGone(owner);
  };
  await look();
  // A look that fails (the database restarts) is made again at the next.
  const timer = setInterval(() => look().catch(() => undefined), LOOK_MILLISECONDS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      known.removeAllListeners('end');
      await known.end();
    },
  };
}

/** Frees jobs that pools took which have no connection any more. Those taken this second may be of one just starting. */
export async function freeJobsOfTheGone(owner: pg.Pool): Promise<void> {
  await owner.query(`
    SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by)) FROM graphile_worker._private_jobs j
    WHERE locked_by IS NOT NULL AND locked_at < now() - interval '1 second' AND NOT EXISTS (
      SELECT 1 FROM pg_stat_activity a WHERE a.datname = current_database() AND a.application_name = 'marsad worker ' || j.locked_by)
    HAVING count(*) > 0`);
}
