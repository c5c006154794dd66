// Restores an archive elsewhere. Everything is made beside the target (`<folder>.restoring`) and renamed at the end: a target is
// whole or absent. What an interrupted restore left is cleared by the next.
import { chmod, cp, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { headsFile } from '../audit/heads.ts';
import { readJson } from '../db/embedded/data-folder.ts';
import { lockDataFolder } from '../db/embedded/lock-data-folder.ts';
import { startEmbeddedDatabase } from '../db/embedded/start-embedded-database.ts';
import { knownMigrations } from '../db/migrate.ts';
import { readKeys } from '../files/keys.ts';
import { syncFolder, syncTree } from '../files/on-disk.ts';
import { BackupError } from './backup-error.ts';
import { isSecret, writePiece } from './data-files.ts';
import type { ArchiveHeader, ArchiveManifest } from './manifest.ts';
import { readArchive, readHeader } from './read-archive.ts';
import { restoreDatabase } from './restore-database.ts';

export interface RestoreOptions {
  file: string;
  passphrase: string | null;
  /** The data folder to make; must be absent or empty. */
  dataFolder: string;
  /** An empty database of one's own; the embedded one of the folder when null. */
  databaseUrl: string | null;
  /** A folder with the keys, for an archive that has none. */
  keysFolder: string | null;
  log?: (sentence: string) => void;
}

export interface RestoreResult {
  madeAt: string;
  dataFolder: string;
  tables: number;
  rows: number;
  files: number;
  /** Sealed entries of the audit log, all verified. */
  sealed: number;
}

/**
 * Reads a whole archive and proves every part; touches nothing.
 * @throws BackupError naming the damaged part, for a wrong passphrase, or for an archive of a later version
 */
export async function checkBackup(
  file: string,
  passphrase: string | null,
): Promise<{ header: ArchiveHeader; manifest: ArchiveManifest }> {
  const header = await readHeader(file);
  const known = new Set(knownMigrations());
  const later = header.migrations.filter((name) => !known.has(name));
  if (later.length > 0)
    throw new BackupError(
      `Expected a backup of this version or older, got one of Marsad ${header.version} with ${later.length} later migration(s), first ${later[0]}. Restore it with that version.`,
    );
  return readArchive(file, passphrase, () => {});
}

/** Restores an archive and returns what was restored. @throws BackupError; nothing is left of a restore that failed */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreResult> {
  const target = path.resolve(options.dataFolder);
  await refuseFilled(target);
  const { header, manifest } = await checkBackup(options.file, options.passphrase);
  if (header.keys === 'left out' && options.keysFolder === null)
    throw new BackupError(
      'Expected the keys of the installation, for this archive was made without them. Give their folder with --keys; without the audit key the log could never be verified again.',
    );
  options.log?.('The archive is whole. Restoring...');
  const draft = `${target}.restoring`;
  await clearLeftover(draft);
  // Started by root the database runs as another user, who must get in; what is private in it is closed by itself.
  await mkdir(draft, { recursive: true, mode: process.getuid?.() === 0 ? 0o755 : 0o700 });
  try {
    if (options.keysFolder) await takeKeys(options.keysFolder, draft);
    else await readArchive(options.file, options.passphrase, (name, content) => takeSecrets(draft, name, content));
    const sealed = await fillDatabase(options, draft, { header, manifest });
    // The embedded database wrote its own files down when it stopped.
    await syncTree(draft, ['postgres']);
    await rmdir(target).catch(() => {});
    await rename(draft, target);
    await syncFolder(path.dirname(target));
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const { tables, files } = manifest;
    return { madeAt: header.madeAt, dataFolder: target, tables: tables.length, rows, files: files.length, sealed };
  } catch (error) {
    await removeFolder(draft);
    throw error;
  }
}

async function fillDatabase(
  options: RestoreOptions,
  draft: string,
  archive: { header: ArchiveHeader; manifest: ArchiveManifest },
): Promise<number> {
  const embedded = options.databaseUrl ? null : await startEmbeddedDatabase({ dataFolder: draft });
  try {
    const keys = readKeys(draft);
    const { sealed } = await restoreDatabase({
      ...archive,
      file: options.file,
      passphrase: options.passphrase,
      ownerUrl: options.databaseUrl ?? embedded?.ownerUrl ?? '',
      runtimePassword: keys.runtimePassword,
      auditKey: keys.audit,
      headsFile: headsFile(draft),
      onFile: async (name, content) => {
        if (!isSecret(name)) await writePiece(draft, name, content);
      },
    });
    return sealed;
  } finally {
    await embedded?.stop();
  }
}

// The keys come before the database that is made with them.
async function takeSecrets(draft: string, name: string, content: Buffer): Promise<void> {
  const [, file = ''] = /^data\/(.+)\.\d{5}$/.exec(name) ?? [];
  if (isSecret(file)) await writePiece(draft, file, content);
}

async function takeKeys(from: string, draft: string): Promise<void> {
  const names = await readdir(from).catch(() => [] as string[]);
  if (!names.includes('audit'))
    throw new BackupError(`Expected a folder of keys with the file "audit" in it, got ${from}.`);
  const folder = path.join(draft, 'keys');
  await cp(from, folder, { recursive: true, filter: (file) => path.basename(file) !== 'owner-database' });
  // A copy keeps the modes of where it came from, a stick or a share: keys are their owner's alone.
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    await chmod(path.join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600);
}

async function refuseFilled(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new BackupError(`Expected an absent or empty folder at ${folder}, got ${error.code}.`);
  });
  if (names.length > 0)
    throw new BackupError(
      `Expected an absent or empty folder to restore into, got ${folder}, which holds ${names[0]}. Nothing was changed; choose another one.`,
    );
}

async function clearLeftover(draft: string): Promise<void> {
  const there = await readdir(draft).catch(() => null);
  if (there === null) return;
  // Refuses when another restore is at work there.
  if (there.length > 0) lockDataFolder(draft)();
  await removeFolder(draft);
}

// As root the database's files may lie in a place of their own, which the folder names.
async function removeFolder(folder: string): Promise<void> {
  const place = readJson(path.join(folder, 'postgres.location.json'))?.folder;
  if (typeof place === 'string' && path.basename(place).startsWith('database-'))
    await rm(place, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}
