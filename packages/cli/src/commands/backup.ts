import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BackupError } from '@marsad/server/platform/backup/backup-error.ts';
import { makeBackup } from '@marsad/server/platform/backup/make-backup.ts';
import type { Command } from 'commander';
import { withDatabase } from '../connect.ts';
import { readPassphrase } from '../passphrase.ts';
import { Refusal } from '../refusal.ts';

interface Options {
  out?: string;
  passphraseFile?: string;
  keys: boolean;
  json?: boolean;
}

/** `marsad backup`: one archive of data, files and keys as of one moment, while the server serves. */
export function backup(program: Command): void {
  program
    .command('backup')
    .description('write data, files and keys into one archive, while the server serves')
    .option('--out <place>', 'the file, or the folder for a file named by the time (<data>/backups when absent)')
    .option('--passphrase-file <file>', 'encrypt the archive with the passphrase in the first line of this file')
    .option('--no-keys', 'leave the keys out; a restore then asks for them')
    .option('--json', 'print the result as one line of JSON')
    .action(async (options: Options) => {
      const passphrase = readPassphrase(options.passphraseFile);
      await withDatabase(async ({ settings, ownerUrl }) => {
        const now = new Date();
        const file = archiveName(options.out ?? path.join(settings.dataFolder, 'backups'), now, !options.out);
        const began = performance.now();
        const made = await makeBackup({
          ownerUrl,
          dataFolder: settings.dataFolder,
          file,
          passphrase,
          withKeys: options.keys,
          now,
          progress: (what) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${what}`),
        }).catch((error: unknown) => {
          throw error instanceof BackupError ? new Refusal(error.message) : error;
        });
        if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
        writeFileSync(
          path.join(settings.dataFolder, 'last-backup.json'),
          `${JSON.stringify({ at: now.toISOString(), file: made.file, bytes: made.bytes })}\n`,
        );
        const seconds = Math.round((performance.now() - began) / 100) / 10;
        if (options.json) console.log(JSON.stringify({ ...made, seconds }));
        else {
          console.log(
            `Rows: ${made.rows}, tables: ${made.tables}, files: ${made.files}, all in ${made.file} (${Math.ceil(made.bytes / 1e6)} MB, ${seconds} s).`,
          );
          if (passphrase === null && options.keys)
            console.log(
              'It holds the keys and is not encrypted: keep it as safe as the server, or use --passphrase-file.',
            );
        }
      }, 'as it is');
    });
}

function archiveName(out: string, now: Date, isFolder: boolean): string {
  const place = path.resolve(out);
  if (isFolder) mkdirSync(place, { recursive: true, mode: 0o700 });
  const folder = isFolder || (existsSync(place) && statSync(place).isDirectory());
  const file = folder ? path.join(place, `marsad-${now.toISOString().replace(/[-:]|\.\d+/g, '')}.tar`) : place;
  if (existsSync(file)) throw new Refusal(`Expected a new name for the backup, got ${file}, which stands already.`);
  if (!existsSync(path.dirname(file))) throw new Refusal(`Expected a folder at ${path.dirname(file)}, got none.`);
  return file;
}
