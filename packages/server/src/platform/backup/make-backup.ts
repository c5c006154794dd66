// Makes a backup while the server serves: every table as of one moment (one REPEATABLE READ transaction), then the files and
// keys of the data folder. Files are written before the rows that name them and never change, so those copied after that
// moment hold all that the rows name; heads of the audit log are read before it, so that none is ahead of the rows.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { copyOut } from '../db/copy-text.ts';
import { migrationLock } from '../db/migrate.ts';
import { connectClient } from '../db/pools.ts';
import { productVersion } from '../version.ts';
import { BackupError } from './backup-error.ts';
import { isSecret, leftOutFiles, listFiles, readPieces } from './data-files.ts';
import { type ArchiveHeader, type ArchiveManifest, archiveFormat, headerName, manifestName } from './manifest.ts';
import { newKey } from './seal-part.ts';
import { leftOutTables, listHidingTables, listMigrations, listTables, readJobs, readSequences } from './store.ts';
import { type ArchiveWriter, writeArchive } from './write-archive.ts';

type Client = Awaited<ReturnType<typeof connectClient>>;

export interface BackupOptions {
  ownerUrl: string;
  dataFolder: string;
  /** The archive to write; must not stand already. */
  file: string;
  /** Seals every part when given. */
  passphrase: string | null;
  withKeys: boolean;
  now: Date;
  progress?: (what: string) => void;
}

export interface BackupResult {
  file: string;
  bytes: number;
  tables: number;
  rows: number;
  files: number;
}

const pieceBytes = 4 << 20;
const partName = (group: string, name: string, number: number): string =>
  `${group}/${name}.${String(number).padStart(5, '0')}`;
const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

/** Writes one archive and returns what is in it. @throws BackupError; nothing is left of a backup that failed */
export async function makeBackup(options: BackupOptions): Promise<BackupResult> {
  const sealed = options.passphrase === null ? null : await newKey(options.passphrase);
  const client = await connectClient(options.ownerUrl, 'backup');
  const manifest: ArchiveManifest = { tables: [], files: [], parts: [] };
  try {
    await client.query("SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET datestyle = 'ISO'");
    const early = await readHeads(options.dataFolder);
    await beginSnapshot(client);
    const bytes = await writeArchive(options.file, sealed?.key ?? null, async (writer) => {
      const header: ArchiveHeader = {
        product: 'marsad',
        format: archiveFormat,
        version: productVersion,
        madeAt: options.now.toISOString(),
        migrations: await listMigrations(client),
        keys: options.withKeys ? 'included' : 'left out',
        encryption: sealed?.derivation ?? null,
        leftOut: [...Object.entries(leftOutTables), ...Object.entries(leftOutFiles)].map(([what, why]) => ({
          what,
          why,
        })),
      };
      await writer.add(headerName, json(header), 'plain');
      await writeTables(client, writer, manifest, options);
      await writeFiles(writer, manifest, options, early);
      manifest.parts = writer.parts.slice();
      await writer.add(manifestName, json(manifest));
    });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { file: options.file, bytes, tables: manifest.tables.length, rows, files: manifest.files.length };
  } finally {
    await client.end();
  }
}

// No migration may change a table between the moment and its copy: the tables are locked against that, and against nothing
// else, while no migration runs.
async function beginSnapshot(client: Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const names = (await listTables(client)).map((table) => `"${table.name}"`);
  if (names.length > 0) await client.query(`LOCK TABLE ${names.join(', ')} IN ACCESS SHARE MODE`);
  // Row-level security must fail rather than hide rows.
  const [hiding] = await listHidingTables(client);
  if (hiding)
    throw new BackupError(
      `Expected a database address that sees every row, got one that may not see all of ${hiding}. Use that of the database's owner.`,
    );
  await client.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
}

async function writeTables(
  client: Client,
  writer: ArchiveWriter,
  manifest: ArchiveManifest,
  { progress }: BackupOptions,
): Promise<void> {
  for (const { name, columns } of await listTables(client)) {
    let rows = 0;
    let number = 0;
    for await (const piece of copyOut(client, name, columns, pieceBytes)) {
      number += 1;
      rows += piece.rows;
      await writer.add(partName('tables', name, number), piece.text);
    }
    manifest.tables.push({ name, columns, rows });
    if (rows > 0) progress?.(`${name}: ${rows} rows`);
  }
  await writer.add('jobs.json', json(await readJobs(client)));
  await writer.add('sequences.json', json(await readSequences(client)));
}

async function writeFiles(
  writer: ArchiveWriter,
  manifest: ArchiveManifest,
  { dataFolder, withKeys, progress }: BackupOptions,
  early: ReadonlyMap<string, Buffer>,
): Promise<void> {
  for (const name of await listFiles(dataFolder)) {
    if (isSecret(name) && !withKeys) continue;
    if (isHeads(name) && !early.has(name)) continue;
    try {
      const kept = early.get(name);
      let number = 0;
      let bytes = 0;
      for await (const piece of kept ? [kept] : readPieces(path.join(dataFolder, name), pieceBytes)) {
        number += 1;
        bytes += piece.length;
        await writer.add(partName('data', name, number), piece);
      }
      manifest.files.push({ name, bytes });
    } catch (error) {
      // Its import ended while the backup ran: the server removed it, and no row needs it.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  progress?.(`${manifest.files.length} files`);
}

const isHeads = (name: string): boolean => path.posix.basename(name).startsWith('audit-heads');

async function readHeads(dataFolder: string): Promise<Map<string, Buffer>> {
  const heads = new Map<string, Buffer>();
  for (const name of await listFiles(dataFolder))
    if (isHeads(name)) heads.set(name, await readFile(path.join(dataFolder, name)));
  return heads;
}
