import { readdirSync } from 'node:fs';
import path from 'node:path';
import { runner } from 'node-pg-migrate';
import { connectClient } from './pools.ts';
import { ensureRuntimeRole, runtimeRole } from './runtime-role.ts';

const folder = path.join(import.meta.dirname, '../../../migrations');
/** The advisory lock of migrations; a backup holds it shared, so that no table changes under its copy. */
export const migrationLock = 0x6d617273;

/** Thrown when the database was migrated by a later version than this code: running on would break what it does not know. */
export class NewerSchemaError extends Error {}

/** Thrown for a database that a restore began to fill and did not finish. */
export class HalfRestoredError extends Error {}

/** The names of the migrations this code knows, in order. */
export const knownMigrations = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => file.replace(/\.sql$/, ''))
    .sort();

// The runner takes a pattern of what to pass over.
const allBut = (only: readonly string[]): string =>
  ['\\..*', ...knownMigrations().flatMap((name) => (only.includes(name) ? [] : `${name}\\.sql`))].join('|');

/**
 * Brings a database up to this code's schema. Safe when several servers start at once: they queue on an advisory lock.
 * `ownerUrl` must be allowed to create roles unless `marsad_runtime` exists; `runtimePassword` is null where the force makes that role. Returns the names of the migrations run.
 * With `only` it stops at those migrations: a restore brings a new database to where its backup was.
 * @throws NewerSchemaError when the database knows migrations that this code does not, HalfRestoredError for the rest of a restore
 */
export async function migrate(
  ownerUrl: string,
  runtimePassword: string | null,
  only?: readonly string[],
): Promise<string[]> {
  const client = await connectClient(ownerUrl, 'migrate');
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await ensureRuntimeRole(client, ownerUrl, runtimePassword);
    await refuseHalfRestored(client, only !== undefined);
    await refuseNewer(client);
    const done = await runner({
      dbClient: client,
      dir: folder,
      migrationsTable: 'migration',
      ...(only && { ignorePattern: allBut(only) }),
      direction: 'up',
      count: Number.POSITIVE_INFINITY,
      noLock: true,
      singleTransaction: true,
      log: () => {},
    });
    await client.query(`GRANT SELECT ON migration TO ${runtimeRole}`);
    return done.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

type Client = Awaited<ReturnType<typeof connectClient>>;

async function refuseHalfRestored(client: Client, restoring: boolean): Promise<void> {
  const found = await client.query("SELECT 1 FROM pg_namespace WHERE nspname = 'marsad_restoring'");
  if (found.rowCount && !restoring)
    throw new HalfRestoredError(
      'Expected a whole database, got one that a restore began to fill and did not finish. Run "marsad restore" again: it begins anew.',
    );
}

async function refuseNewer(client: Client): Promise<void> {
  const table = await client.query("SELECT to_regclass('public.migration') AS found");
  if (!table.rows[0].found) return;
  const known = new Set(knownMigrations());
  const run = await client.query('SELECT name FROM migration ORDER BY name');
  const unknown = run.rows.map((row) => row.name as string).filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new NewerSchemaError(
      `Expected a database of this version or older, got one with ${unknown.length} later migration(s), first ${unknown[0]}. Start the newer Marsad, or restore a backup made with this one.`,
    );
  }
}
