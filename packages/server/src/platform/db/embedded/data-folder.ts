// The data folder: made when absent, refused when it cannot be written, has no room or was left by a later version.
import { mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diskFull, explainFileError, StartError } from './start-error.ts';

/** Raised when what lies in the data folder changes so that older code would misread it. */
export const dataFolderVersion = 1;

const leastFreeBytes = 200 * 1024 * 1024;

/**
 * Makes `dataFolder` ready for use and returns its absolute path.
 * @throws StartError data-folder-not-writable, data-folder-newer or disk-full
 */
export function prepareDataFolder(dataFolder: string): string {
  const folder = path.resolve(dataFolder);
  try {
    mkdirSync(path.join(folder, 'keys'), { recursive: true, mode: 0o700 });
    mkdirSync(path.join(folder, 'logs'), { recursive: true });
    const probe = path.join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, 'x');
    rmSync(probe);
    refuseFullDisk(folder);
    checkVersion(folder);
  } catch (error) {
    throw explainFileError(error, folder);
  }
  return folder;
}

function refuseFullDisk(folder: string): void {
  const disk = statfsSync(folder);
  if (disk.bavail * disk.bsize < leastFreeBytes) throw diskFull(folder);
}

function checkVersion(folder: string): void {
  const file = path.join(folder, 'version.json');
  const found = readJson(file)?.version;
  if (found === undefined) {
    writeFileSync(file, `${JSON.stringify({ version: dataFolderVersion })}\n`);
    return;
  }
  if (typeof found !== 'number' || found > dataFolderVersion) {
    throw new StartError(
      'data-folder-newer',
      `Expected a data folder of version ${dataFolderVersion} or older at ${folder}, got version ${String(found)}. Start the newer Marsad that made it, or set MARSAD_DATA to another folder.`,
    );
  }
}

/** The object in a JSON file, or undefined when the file is absent or was cut off half-written. */
export function readJson(file: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
