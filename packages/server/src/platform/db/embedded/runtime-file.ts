// `<data>/runtime.json` says where the running database is, so that the command line joins it and need not start another.
// It holds no password: that stays in `<data>/keys`, which only the folder's owner can read.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readJson } from './data-folder.ts';
import { ownerName } from './make-cluster.ts';
import { isSameProcess, processIdentity } from './process-identity.ts';

export interface RunningDatabase {
  ownerUrl: string;
  port: number;
  /** The Marsad process that started it. */
  pid: number;
}

export const databaseName = 'marsad';

/** The owner's password, made at the first call. */
export function ownerPassword(dataFolder: string): string {
  const file = path.join(dataFolder, 'keys', 'owner-database');
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

/** The owner's connection to `database` (by default Marsad's own) on `port` of this machine. */
export function ownerUrlOf(password: string, port: number, database = databaseName): string {
  return `postgres://${ownerName}:${password}@127.0.0.1:${port}/${database}`;
}

/** Notes the running database for others to find; the function returned removes the note. */
export function writeRuntimeFile(dataFolder: string, port: number, databasePid: number): () => void {
  const file = path.join(dataFolder, 'runtime.json');
  const note = {
    pid: process.pid,
    port,
    databasePid,
    databaseIdentity: processIdentity(databasePid),
    passwordFile: 'keys/owner-database',
  };
  writeFileSync(`${file}.draft`, `${JSON.stringify(note)}\n`, { mode: 0o600 });
  renameSync(`${file}.draft`, file);
  return () => rmSync(file, { force: true });
}

/** The database now running for `dataFolder`, or undefined when none is (a note left by a crash does not count). */
export function findRunningDatabase(dataFolder: string): RunningDatabase | undefined {
  const folder = path.resolve(dataFolder);
  const note = readJson(path.join(folder, 'runtime.json'));
  if (typeof note?.pid !== 'number' || typeof note.port !== 'number' || typeof note.databasePid !== 'number')
    return undefined;
  if (!isSameProcess(note.databasePid, String(note.databaseIdentity ?? ''))) return undefined;
  return { ownerUrl: ownerUrlOf(ownerPassword(folder), note.port), port: note.port, pid: note.pid };
}
