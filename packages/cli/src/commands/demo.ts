import path from 'node:path';
import { seedReference } from '@marsad/server/capabilities/administration/index.ts';
import {
  fillMart,
  fillPracticeForce,
  loadPracticeForce,
  PracticeError,
} from '@marsad/server/capabilities/training/index.ts';
import { findRunningDatabase } from '@marsad/server/platform/db/embedded/runtime-file.ts';
import { createPool } from '@marsad/server/platform/db/pools.ts';
import type { Command } from 'commander';
import type pg from 'pg';
import { settingsNow, withDatabase } from '../connect.ts';
import { Refusal } from '../refusal.ts';

interface Options {
  incidents: string;
  seed: string;
  until?: string;
  martOnly?: string;
}

async function measureMart(owner: pg.Pool, filling: Parameters<typeof fillMart>[1]): Promise<void> {
  const begun = performance.now();
  const client = await owner.connect();
  try {
    const written = await fillMart(client, filling);
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(`Incidents in ${filling.path}: ${written}, in ${seconds} s with at most ${megabytes} MB of memory.`);
  } finally {
    client.release();
  }
}

const whole = (text: string, name: string, most: number): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most)
    throw new Refusal(`Expected ${name} to be a number up to ${most}, got "${text}".`);
  return value;
};

/** `marsad demo`: a national practice force with eight years of incidents, and the key to what was planted in them. */
export function demo(program: Command): void {
  program
    .command('demo')
    .description('make a practice force with eight years of incidents')
    .option('--incidents <n>', 'how many', '120925')
    .option('--seed <n>', 'the same seed makes the same incidents', '1')
    .option('--until <instant>', 'the end of the eight years (now when absent)')
    .option('--mart-only <file>', 'only make a mart file with them, for measurements; the database gets none')
    .action(async (options: Options) => {
      const incidents = whole(options.incidents, '--incidents', 10_000_000);
      const seed = whole(options.seed, '--seed', 1_000_000_000);
      const until = options.until ? new Date(options.until) : new Date();
      if (Number.isNaN(until.getTime())) throw new Refusal(`Expected an instant, got "${options.until}".`);
      const settings = settingsNow();
      if (settings.mode === 'serve')
        throw new Refusal('Practice data is never put into a real force (MARSAD_MODE is serve).');
      if (!settings.databaseUrl && findRunningDatabase(settings.dataFolder))
        throw new Refusal(
          'A server runs on this data folder. Stop it first: its screens would not see what is made beside it.',
        );
      await withDatabase(async ({ ownerUrl }) => {
        const owner = createPool(ownerUrl, { max: 2, name: 'demo' });
        const begun = performance.now();
        try {
          await seedReference(owner);
          await loadPracticeForce(owner);
          if (options.martOnly) {
            await measureMart(owner, { path: path.resolve(options.martOnly), incidents, seed, until });
            return;
          }
          const key = await fillPracticeForce(owner, {
            dataFolder: settings.dataFolder,
            incidents,
            seed,
            until,
            progress: (written) => {
              if (process.stderr.isTTY) process.stderr.write(`\r${written} of ${incidents}`);
            },
          });
          console.log(
            `Incidents: ${incidents}, in ${((performance.now() - begun) / 1000).toFixed(1)} s. What was planted: ${key}`,
          );
        } catch (error) {
          if (error instanceof PracticeError) throw new Refusal(error.message);
          throw error;
        } finally {
          await owner.end();
        }
      });
    });
}
