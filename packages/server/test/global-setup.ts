// Starts one PostgreSQL for a whole test run and hands its owner's address to every test with `inject('ownerUrl')`.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedDatabase } from '../src/platform/db/embedded/start-embedded-database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    ownerUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'marsad-tests-'));
  // As root the database's own user must get in, else its files would be placed elsewhere and outlive the run.
  chmodSync(folder, 0o755);
  const database = await startEmbeddedDatabase({ dataFolder: folder, fast: true });
  project.provide('ownerUrl', database.ownerUrl);
  return async () => {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
