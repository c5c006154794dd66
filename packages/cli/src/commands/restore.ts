import { BackupError } from '@marsad/server/platform/backup/backup-error.ts';
import { checkBackup, restoreBackup } from '@marsad/server/platform/backup/restore-backup.ts';
import type { Command } from 'commander';
import { settingsNow } from '../connect.ts';
import { readPassphrase } from '../passphrase.ts';
import { Refusal } from '../refusal.ts';

interface Options {
  to?: string;
  check?: boolean;
  passphraseFile?: string;
  keys?: string;
  json?: boolean;
}

/** `marsad restore FILE --to DATAFOLDER|DATABASE_URL`: elsewhere, whole or not at all, the audit chain verified. */
export function restore(program: Command): void {
  program
    .command('restore')
    .description('restore an archive of "marsad backup" elsewhere and verify the audit log')
    .argument('<file>', 'the archive')
    .option(
      '--to <place>',
      'an absent or empty data folder, or the address of an empty database (files go to MARSAD_DATA)',
    )
    .option('--check', 'only read the archive and prove every part of it')
    .option('--passphrase-file <file>', 'the passphrase the archive was encrypted with, in the first line of this file')
    .option('--keys <folder>', 'the keys of the installation, for an archive made without them')
    .option('--json', 'print the result as one line of JSON')
    .action(async (file: string, options: Options) => {
      const passphrase = readPassphrase(options.passphraseFile);
      await run(file, passphrase, options).catch((error: unknown) => {
        throw error instanceof BackupError ? new Refusal(error.message) : error;
      });
    });
}

async function run(file: string, passphrase: string | null, options: Options): Promise<void> {
  if (options.check) {
    const { header, manifest } = await checkBackup(file, passphrase);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    if (options.json) console.log(JSON.stringify({ madeAt: header.madeAt, rows, files: manifest.files.length }));
    else console.log(`The archive of ${header.madeAt} is whole. Rows: ${rows}, files: ${manifest.files.length}.`);
    return;
  }
  if (!options.to) throw new Refusal('Expected where to restore, got nothing. Give --to a folder or a database.');
  const isDatabase = /^postgres(ql)?:\/\//.test(options.to);
  const began = performance.now();
  const done = await restoreBackup({
    file,
    passphrase,
    dataFolder: isDatabase ? settingsNow().dataFolder : options.to,
    databaseUrl: isDatabase ? options.to : null,
    keysFolder: options.keys ?? null,
    log: (sentence) => console.error(sentence),
  });
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  if (options.json) {
    console.log(JSON.stringify({ ...done, seconds }));
    return;
  }
  console.log(
    `Restored what was kept at ${done.madeAt}, in ${seconds} s. Rows: ${done.rows}, tables: ${done.tables}, files: ${done.files}. The audit log is whole; entries verified: ${done.sealed}.`,
  );
  console.log(
    isDatabase
      ? `Start with DATABASE_URL set to it and MARSAD_DATA=${done.dataFolder}`
      : `Start with MARSAD_DATA=${done.dataFolder}`,
  );
}
