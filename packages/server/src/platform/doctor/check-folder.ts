// The data folder: rights, room on its disk, modes of keys, age of the last backup. Nothing is made or changed.
import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { dataFolderVersion, readJson } from '../db/embedded/data-folder.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

const gigabyte = 1e9;
const dayMilliseconds = 86_400_000;

/** Rights, version and free room of the data folder, or of the nearest folder above it that stands. */
export function checkFolder(dataFolder: string): Finding[] {
  let place = path.resolve(dataFolder);
  while (!existsSync(place)) place = path.dirname(place);
  const { bavail, bsize } = statfsSync(place);
  const free = (bavail * bsize) / gigabyte;
  const room = `${free.toFixed(1)} GB free at ${place}`;
  const disk =
    free < 0.5
      ? fail('disk', room, 'Free at least 0.5 GB, or set MARSAD_DATA to a folder on another disk: writing stops soon.')
      : free < 5
        ? warn('disk', room, 'Free some: a backup and the mart each need about as much as the records.')
        : ok('disk', room);
  return [disk, checkRights(dataFolder, place)];
}

function checkRights(dataFolder: string, place: string): Finding {
  try {
    accessSync(place, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return fail(
      'data folder',
      `${place} cannot be written`,
      'Give this user the right to write there, or set MARSAD_DATA.',
    );
  }
  if (place !== path.resolve(dataFolder)) return ok('data folder', `${dataFolder}, not made yet`);
  const version = readJson(path.join(dataFolder, 'version.json'))?.version ?? dataFolderVersion;
  if (typeof version !== 'number' || version > dataFolderVersion)
    return fail('data folder', `version ${String(version)}`, 'Start the newer Marsad that made it.');
  return ok('data folder', dataFolder);
}

/** Whether anybody but the owner may read a key. */
export function checkKeys(dataFolder: string): Finding {
  const folder = path.join(dataFolder, 'keys');
  if (!existsSync(folder)) return ok('keys', 'not made yet');
  // Windows keeps rights elsewhere and shows modes that mean nothing.
  const open =
    process.platform === 'win32'
      ? []
      : ['', ...readdirSync(folder)].filter((name) => (statSync(path.join(folder, name)).mode & 0o077) !== 0);
  if (open.length === 0) return ok('keys', 'readable by their owner alone');
  const names = open.map((name) => path.join(folder, name)).join(', ');
  return fail(
    'keys',
    `others may read ${names}`,
    'Run "chmod 700" on the folder and "chmod 600" on the files, and judge who may have read them.',
  );
}

/** The age of the last backup that was made here. A try-out needs none. */
export function checkBackup(dataFolder: string, now: Date, needed: boolean): Finding {
  const at = readJson(path.join(dataFolder, 'last-backup.json'))?.at;
  const days = typeof at === 'string' ? (now.getTime() - Date.parse(at)) / dayMilliseconds : Number.NaN;
  const todo = 'Run "marsad backup" every day and keep the archive on another machine.';
  if (Number.isNaN(days)) return needed ? fail('backup', 'none was made', todo) : ok('backup', 'none was made');
  const found = `the last one is ${Math.floor(days)} day(s) old`;
  return needed && days > 7
    ? fail('backup', found, todo)
    : needed && days > 2
      ? warn('backup', found, todo)
      : ok('backup', found);
}
