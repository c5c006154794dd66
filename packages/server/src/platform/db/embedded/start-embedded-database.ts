// A real PostgreSQL in the data folder, for the try-out, for tests and for a single room. `reachable-place.ts` says where its
// files lie when root starts it, `lock-data-folder.ts` why there is one to a folder.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { connectClient } from '../pools.ts';
import { findBinaries } from './binaries.ts';
import { prepareDataFolder } from './data-folder.ts';
import { type DatabaseUser, databaseUser } from './database-user.ts';
import { lockDataFolder } from './lock-data-folder.ts';
import { makeCluster } from './make-cluster.ts';
import { type Postmaster, startPostmaster } from './postmaster.ts';
import { placeBinaries, placeDatabaseFiles } from './reachable-place.ts';
import { databaseName, ownerPassword, ownerUrlOf, writeRuntimeFile } from './runtime-file.ts';
import { explainFileError, StartError } from './start-error.ts';

export interface EmbeddedDatabase {
  /** Connection of the owner of everything in the database `marsad`; it may make databases and roles. */
  ownerUrl: string;
  port: number;
  /** The database's own files, outside the data folder where its user could not reach them there. */
  filesFolder: string;
  /** Settles when the database has ended, asked or not. */
  ended: Promise<void>;
  /** Ends the database cleanly and gives the data folder back. Safe to call twice. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  dataFolder: string;
  /** Told in a sentence what takes long. */
  log?: (message: string) => void;
  /** For tests: gives up safety against a power cut for speed. */
  fast?: boolean;
}

/**
 * Starts the embedded database of `dataFolder`, making both when absent, and holds the folder until `stop`.
 * @throws StartError with a code and a sentence for the person at the terminal
 */
export async function startEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const folder = prepareDataFolder(options.dataFolder);
  const unlock = lockDataFolder(folder);
  try {
    const { server, files } = await startServer(folder, options);
    const password = ownerPassword(folder);
    const forget = writeRuntimeFile(folder, server.port, server.pid);
    let stopping: Promise<void> | undefined;
    const stop = () => {
      stopping ??= server.stop().finally(() => {
        forget();
        unlock();
      });
      return stopping;
    };
    try {
      await makeDatabase(ownerUrlOf(password, server.port, 'postgres'));
    } catch (error) {
      await stop();
      throw error;
    }
    return {
      ownerUrl: ownerUrlOf(password, server.port),
      port: server.port,
      filesFolder: files,
      ended: server.ended,
      stop,
    };
  } catch (error) {
    unlock();
    throw explainFileError(error, folder);
  }
}

async function startServer(folder: string, options: EmbeddedOptions): Promise<{ server: Postmaster; files: string }> {
  const packaged = findBinaries();
  const files = placeDatabaseFiles(folder, databaseUser());
  const user = ownerOf(path.join(files, '18')) ?? databaseUser();
  const binaries = placeBinaries(packaged.folder, packaged.version, user);
  if (!existsSync(path.join(files, '18/PG_VERSION'))) options.log?.('Making the database, once.');
  const cluster = makeCluster(binaries, files, ownerPassword(folder), user);
  const logFile = path.join(folder, 'logs/database.log');
  const server = await startPostmaster({ binaries, cluster, logFile, user, fast: options.fast ?? false });
  return { server, files };
}

// A database first made by an ordinary user goes on as that user when root starts it: PostgreSQL runs only as its files' owner.
function ownerOf(cluster: string): DatabaseUser | undefined {
  if (process.getuid?.() !== 0 || !existsSync(cluster)) return undefined;
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? undefined : { uid, gid, name: String(uid) };
}

async function makeDatabase(url: string): Promise<void> {
  const client = await connectClient(url, 'start').catch((error: unknown) => {
    throw new StartError(
      'database-failed',
      `Expected the embedded database to let its owner in, got: ${(error as Error).message}. Its password is in the data folder under keys/owner-database; restore that file from a backup if it was changed.`,
      { cause: error },
    );
  });
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
  } finally {
    await client.end();
  }
}
