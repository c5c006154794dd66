// What is due at a moment is done at it, whatever else is under way.
import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { cloneTemplate } from '../../../test/server.ts';
import { createPool } from '../db/pools.ts';
import { startJobs } from './start-jobs.ts';

let owner: pg.Pool;
let jobs: { stop(): Promise<void> };
let opened = 0;
const held: (() => void)[] = [];
beforeAll(async () => {
  const ownerUrl = await cloneTemplate(inject('ownerUrl'));
  owner = createPool(ownerUrl, { max: 2, name: 'test' });
  const long = (): Promise<void> => new Promise((resolve) => held.push(resolve));
  const open = async (): Promise<void> => {
    opened += 1;
  };
  const tasks = { import: long, verify: long };
  jobs = await startJobs({ ownerUrl, owner, tasks, dueTasks: { open }, schedule: '', onError: () => undefined });
});
afterAll(async () => {
  for (const release of held) release();
  await jobs.stop();
  await owner.end();
});

test('two long jobs and one that waits behind them hold up nothing that is due', async () => {
  for (const task of ['import', 'verify', 'import']) await owner.query('SELECT graphile_worker.add_job($1)', [task]);
  await expect.poll(() => held.length).toBe(2);
  await owner.query("SELECT graphile_worker.add_job('open', '{}', run_at := now())");
  await expect.poll(() => opened).toBe(1);
  expect(held).toHaveLength(2);
  held.shift()?.();
  await expect.poll(() => held.length).toBe(2);
});
