import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // What is waited for may take its time on a busy machine; what never comes still fails.
    expect: { poll: { timeout: 20_000 } },
    include: ['packages/*/{src,test}/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
    // One PostgreSQL for all; each file clones its own database from a migrated template.
    globalSetup: ['packages/server/test/global-setup.ts'],
    // Two cores, and a small pool of connections to a file.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
