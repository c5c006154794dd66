// The files of a data folder that a backup takes, and putting them back.
import { createReadStream } from 'node:fs';
import { appendFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { BackupError } from './backup-error.ts';

/** What lies in a data folder and is not taken, each with its reason. */
export const leftOutFiles: Record<string, string> = {
  postgres: 'taken table by table, as one consistent moment',
  'postgres.location.json': 'the place of this database alone',
  'mart.duckdb': 'built anew from the tables',
  logs: 'of this machine',
  backups: 'backups themselves',
  'keys/owner-database': 'of this embedded database alone',
  'marsad.lock': 'of the process now running',
  'runtime.json': 'of the process now running',
  'version.json': 'written anew',
  'last-backup.json': 'of this machine',
};
const passing = /^mart\.duckdb|\.draft$|\.lock$|^\.probe-/;

/** Keys and certificates: what a backup without keys leaves out. */
export const isSecret = (name: string): boolean => /^(keys|tls)\//.test(name);

/** The names of the files to take, relative to `dataFolder`, with forward slashes, in order. */
export async function listFiles(dataFolder: string): Promise<string[]> {
  const names: string[] = [];
  const walk = async (relative: string): Promise<void> => {
    const entries = await readdir(path.join(dataFolder, relative), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = relative ? `${relative}/${entry.name}` : entry.name;
      if (name in leftOutFiles || passing.test(name)) continue;
      if (entry.isDirectory()) await walk(name);
      else if (entry.isFile()) names.push(name);
    }
  };
  await walk('');
  return names;
}

/** Yields a file in pieces of `pieceBytes`; at least one, which may be empty. */
export async function* readPieces(file: string, pieceBytes: number): AsyncGenerator<Buffer> {
  let any = false;
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < pieceBytes) continue;
    any = true;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0 || !any) yield Buffer.concat(waiting);
}

/** Adds a piece to a file below `folder`. @throws BackupError for a name that leads out of it */
export async function writePiece(folder: string, name: string, content: Buffer): Promise<void> {
  const file = path.resolve(folder, name);
  if (!file.startsWith(`${path.resolve(folder)}${path.sep}`))
    throw new BackupError(`Expected names of files inside the data folder, got "${name}".`);
  await mkdir(path.dirname(file), { recursive: true, mode: isSecret(name) ? 0o700 : 0o755 });
  await appendFile(file, content, { mode: 0o600 });
}
