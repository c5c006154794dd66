// Fills an empty database from an archive: migrated to where the backup was, filled in one transaction, counted, given a new
// epoch of events, then migrated on. A database that an earlier restore left unfinished is emptied first.
import { runMigrations } from 'graphile-worker';
import { readHeads } from '../audit/heads.ts';
import { verifyChain } from '../audit/verify-chain.ts';
import { copyIn } from '../db/copy-text.ts';
import { knownMigrations, migrate } from '../db/migrate.ts';
import { connectClient, createPool } from '../db/pools.ts';
import { BackupError } from './backup-error.ts';
import type { ArchiveHeader, ArchiveManifest } from './manifest.ts';
import { readArchive } from './read-archive.ts';
import {
  addJobs,
  beginEpoch,
  beginMark,
  clearDatabase,
  countObjects,
  countRows,
  endMark,
  isMarked,
  openTables,
  type SequenceValue,
  setSequences,
  type WaitingJob,
} from './store.ts';

export interface DatabaseTarget {
  file: string;
  passphrase: string | null;
  header: ArchiveHeader;
  manifest: ArchiveManifest;
  ownerUrl: string;
  runtimePassword: string;
  auditKey: Buffer;
  /** Where the heads of the audit chain lie once their file was taken: a tail cut off is found too. */
  headsFile: string;
  /** Takes each piece of a file of the data folder. */
  onFile(name: string, content: Buffer): Promise<void>;
}

/**
 * Restores rows, sequences and jobs into the database of `ownerUrl`; returns how many audit entries are sealed in the chain,
 * which was verified. A database that it could not fill is left as empty as it was found.
 * @throws BackupError for a database that is not empty, or rows that are not those of the manifest
 */
export async function restoreDatabase(target: DatabaseTarget): Promise<{ sealed: number }> {
  await claimDatabase(target.ownerUrl);
  try {
    await migrate(target.ownerUrl, target.runtimePassword, target.header.migrations);
    await runMigrations({ connectionString: target.ownerUrl });
    await fill(target);
    await migrate(target.ownerUrl, target.runtimePassword, knownMigrations());
    const sealed = await verify(target);
    await onClient(target.ownerUrl, endMark);
    return { sealed };
  } catch (error) {
    await onClient(target.ownerUrl, clearDatabase).catch(() => {});
    throw error;
  }
}

type Client = Awaited<ReturnType<typeof connectClient>>;

async function onClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = await connectClient(url, 'restore');
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function claimDatabase(url: string): Promise<void> {
  await onClient(url, async (client) => {
    if (await isMarked(client)) await clearDatabase(client);
    if ((await countObjects(client)) > 0)
      throw new BackupError(
        'Expected an empty database to restore into, got one that holds tables. Make a new one; nothing was changed.',
      );
    await beginMark(client);
  });
}

async function fill({ file, passphrase, ownerUrl, manifest, onFile }: DatabaseTarget): Promise<void> {
  await onClient(ownerUrl, async (client) => {
    await client.query("SET statement_timeout = 0; SET datestyle = 'ISO'");
    await client.query('BEGIN');
    const close = await openTables(client);
    const columns = new Map(manifest.tables.map((table) => [table.name, table.columns]));
    let sequences: SequenceValue[] = [];
    let jobs: WaitingJob[] = [];
    await readArchive(file, passphrase, async (name, content) => {
      const [, group, rest] = /^(tables|data)\/(.+)\.\d{5}$/.exec(name) ?? [];
      if (group === 'data') await onFile(rest ?? '', content);
      else if (group === 'tables') await fillTable(client, rest ?? '', columns, content);
      else if (name === 'sequences.json') sequences = JSON.parse(content.toString('utf8')) as SequenceValue[];
      else if (name === 'jobs.json') jobs = JSON.parse(content.toString('utf8')) as WaitingJob[];
    });
    await setSequences(client, sequences);
    await close();
    for (const { name, rows } of manifest.tables) {
      const found = await countRows(client, name);
      if (found !== rows)
        throw new BackupError(`Expected ${rows} rows in ${name}, got ${found}. Nothing was restored.`);
    }
    await beginEpoch(client);
    await addJobs(client, jobs);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  });
}

async function fillTable(
  client: Client,
  table: string,
  columns: ReadonlyMap<string, string[]>,
  content: Buffer,
): Promise<void> {
  const named = columns.get(table);
  if (!named) throw new BackupError(`Expected tables that the manifest lists, got "${table}". Nothing was restored.`);
  try {
    await copyIn(client, table, named, content);
  } catch (error) {
    // The message may quote a row: the code says enough of what went wrong, and where.
    throw new BackupError(
      `Expected the rows of ${table} to fit its table, got PostgreSQL's error ${(error as { code?: string }).code}. Nothing was restored.`,
    );
  }
}

async function verify({ ownerUrl, auditKey, headsFile }: DatabaseTarget): Promise<number> {
  const pool = createPool(ownerUrl, { max: 1, statementSeconds: 3600, name: 'restore' });
  try {
    const verdict = await verifyChain(pool, auditKey, readHeads(headsFile) ?? []);
    if (!verdict.ok)
      throw new BackupError(
        `Expected the audit log of the backup to be whole, got it ${verdict.fault} at link ${verdict.position}. Nothing was restored: the log was broken when the backup was made, or the audit key is another.`,
      );
    return verdict.sealed;
  } finally {
    await pool.end();
  }
}
