// A job belongs to who works on it for as long as that lives, however long the work takes.
import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { cloneTemplate } from '../../../test/server.ts';
import { createPool } from '../db/pools.ts';
import { freeJobsOfTheGone } from './living-workers.ts';
import { startJobs } from './start-jobs.ts';

let owner: pg.Pool;
let jobs: { stop(): Promise<void> };
const begun: unknown[] = [];
const held: (() => void)[] = [];
beforeAll(async () => {
  const ownerUrl = await cloneTemplate(inject('ownerUrl'));
  owner = createPool(ownerUrl, { max: 2, name: 'test' });
  const hold = (payload: unknown): Promise<void> =>
    new Promise((resolve) => {
      begun.push(payload);
      held.push(resolve);
    });
  jobs = await startJobs({ ownerUrl, owner, tasks: { hold }, dueTasks: {}, schedule: '', onError: () => undefined });
});
afterAll(async () => {
  for (const release of held) release();
  await jobs.stop();
  await owner.end();
});

const takenBy = async (): Promise<string | null> =>
  (await owner.query('SELECT locked_by FROM graphile_worker._private_jobs')).rows[0]?.locked_by;
const age = () => owner.query("UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 hour'");

test('a long job is left to its living pool, and freed when the pool is gone', async () => {
  await owner.query("SELECT graphile_worker.add_job('hold')");
  await expect.poll(() => begun.length).toBe(1);
  await age();
  const pool = await takenBy();
  await freeJobsOfTheGone(owner);
  expect(await takenBy()).toBe(pool);
  expect(pool).toMatch(/^pool-/);

  await owner.query("UPDATE graphile_worker._private_jobs SET locked_by = 'pool-of-a-server-that-is-gone'");
  await age();
  await freeJobsOfTheGone(owner);
  expect(await takenBy()).not.toBe('pool-of-a-server-that-is-gone');
});
