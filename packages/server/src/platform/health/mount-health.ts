// Two questions of a supervisor: is the process alive (else restart it), and may people be sent to it (else wait).
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { knownMigrations } from '../db/migrate.ts';
import { productVersion } from '../version.ts';
import { readMigrations, readQueues } from './store.ts';

export interface HealthOptions {
  owner: pg.Pool;
  /** The position of the last event in this server's mart. */
  martPosition(): Promise<number>;
}

type Check = 'ok' | 'behind' | 'failed';

const lateSeconds = 15;

/**
 * Mounts `/healthz` (200 while the process answers) and `/readyz`: 200 when database, schema and sequencer are in order, else
 * 503, with a word for each. A mart that is still being built is told, and keeps nobody from the board.
 */
export function mountHealth(http: FastifyInstance, options: HealthOptions): void {
  http.get('/healthz', (_request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .send({ ok: true, version: productVersion, uptimeSeconds: Math.floor(process.uptime()) }),
  );
  http.get('/readyz', async (_request, reply) => {
    const checks = await readyChecks(options).catch(() => null);
    const ok = checks !== null && checks.migrations === 'ok' && checks.sequencer === 'ok';
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok, checks: checks ?? { database: 'failed' } });
  });
}

async function readyChecks({ owner, martPosition }: HealthOptions): Promise<Record<string, Check>> {
  const [queues, migrations, mart] = await Promise.all([
    readQueues(owner),
    readMigrations(owner),
    martPosition().catch(() => null),
  ]);
  const run = new Set(migrations);
  const known = knownMigrations();
  return {
    database: 'ok',
    migrations: known.length === run.size && known.every((name) => run.has(name)) ? 'ok' : 'failed',
    sequencer: queues.outboxAgeSeconds > lateSeconds ? 'behind' : 'ok',
    mart: mart === null ? 'failed' : mart < queues.head ? 'behind' : 'ok',
  };
}
