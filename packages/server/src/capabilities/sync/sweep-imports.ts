// Keeps imports from lying about: files that nobody imported, values of refused rows past their time, runs without a job.
import { existsSync } from 'node:fs';
import type pg from 'pg';
import type { Clock } from '../../platform/clock/clock.ts';
import { importFilePath, removeOldFiles } from './receive-file.ts';
import { endRun, filesInUse, findStuckRuns, removeRefusedRows, takeUpRun } from './sweep-store.ts';

export interface ImportSweep {
  owner: pg.Pool;
  clock: Clock;
  filesFolder: string;
  /** Days after the end of an import for which the values of its refused rows are kept. */
  refusedRowsDays: number;
}

const minute = 60_000;
const day = 86_400_000;
const mostTakenUp = 3;

/** Sweeps once. Safe at any time and on several servers at once. */
export async function sweepImports({ owner, clock, filesFolder, refusedRowsDays }: ImportSweep): Promise<void> {
  const now = clock.now();
  const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
  for (const run of await findStuckRuns(owner, ago(10 * minute))) {
    const here = run.fileId !== null && existsSync(importFilePath(filesFolder, run.fileId));
    if (here && run.personId !== null && run.takenUp < mostTakenUp) await takeUpRun(owner, run);
    else if (run.fileId !== null) await endRun(owner, run.importId, 'import.abandoned', now);
  }
  // A run of the command line has no job; none works for more than a day.
  for (const run of await findStuckRuns(owner, ago(day)))
    if (run.fileId === null) await endRun(owner, run.importId, 'import.abandoned', now);
  await removeRefusedRows(owner, ago(refusedRowsDays * day), now);
  await removeOldFiles(filesFolder, now, await filesInUse(owner));
}
