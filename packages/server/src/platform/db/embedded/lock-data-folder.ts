// One Marsad to a data folder: two servers on the same embedded database and mart file would destroy both.
import { randomUUID } from 'node:crypto';
import { linkSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readJson } from './data-folder.ts';
import { isSameProcess, processIdentity } from './process-identity.ts';
import { explainFileError, StartError } from './start-error.ts';

/**
 * Takes the folder for this process; the function returned gives it back. A lock left by a process that died is taken over.
 * @throws StartError data-folder-in-use when another process holds it
 */
export function lockDataFolder(dataFolder: string): () => void {
  const file = path.join(dataFolder, 'marsad.lock');
  const draft = `${file}.${randomUUID()}`;
  try {
    // Written whole under another name and then linked: nobody ever reads a lock without its owner.
    writeFileSync(draft, JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) }));
    if (!tryLink(draft, file)) {
      refuseHeld(file, dataFolder);
      rmSync(file, { force: true });
      if (!tryLink(draft, file)) throw inUse(dataFolder, undefined);
    }
  } catch (error) {
    throw explainFileError(error, dataFolder);
  } finally {
    rmSync(draft, { force: true });
  }
  return () => rmSync(file, { force: true });
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function refuseHeld(file: string, dataFolder: string): void {
  const holder = readJson(file);
  const pid = typeof holder?.pid === 'number' ? holder.pid : 0;
  if (pid > 0 && isSameProcess(pid, String(holder?.identity ?? ''))) throw inUse(dataFolder, pid);
}

function inUse(dataFolder: string, pid: number | undefined): StartError {
  const holder = pid === undefined ? 'another process' : `process ${pid}`;
  return new StartError(
    'data-folder-in-use',
    `Expected a data folder that no other Marsad uses, got ${dataFolder}, held by ${holder}. Stop that one first, or set MARSAD_DATA and MARSAD_PORT for a second one.`,
  );
}
