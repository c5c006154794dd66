// `marsad doctor`: every check in the order a person would mend them. Reads only, but for starting an embedded database
// that stands and does not run, which is stopped again.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Settings, weakSettings } from '../config/settings.ts';
import { findRunningDatabase } from '../db/embedded/runtime-file.ts';
import { startEmbeddedDatabase } from '../db/embedded/start-embedded-database.ts';
import { StartError } from '../db/embedded/start-error.ts';
import { checkCertificate } from './check-certificate.ts';
import { checkDatabase } from './check-database.ts';
import { checkBackup, checkFolder, checkKeys } from './check-folder.ts';
import { askServer, checkMart, checkNode, checkPort } from './check-machine.ts';
import { type Finding, fail, ok } from './finding.ts';

/** What every check found on this machine with these settings. */
export async function examine(settings: Settings, now: Date): Promise<Finding[]> {
  const { dataFolder } = settings;
  const ready = await askServer(settings);
  const weak = weakSettings(settings).map((sentence) => fail('settings', 'too weak to serve with', sentence));
  const folder = checkFolder(dataFolder);
  const usable = folder.every((finding) => finding.state !== 'fail');
  return [
    ...checkNode(),
    ...(weak.length > 0 ? weak : [ok('settings', `mode ${settings.mode}`)]),
    ...folder,
    checkKeys(dataFolder),
    await checkPort(settings, ready),
    checkCertificate(settings, now),
    ...(await databaseFindings(settings, ready !== null, usable)),
    checkMart(ready),
    checkBackup(dataFolder, now, settings.mode === 'serve'),
  ];
}

async function databaseFindings(
  { databaseUrl, dataFolder }: Settings,
  served: boolean,
  usable: boolean,
): Promise<Finding[]> {
  if (databaseUrl) return checkDatabase(databaseUrl, served);
  const running = findRunningDatabase(dataFolder);
  if (running) return checkDatabase(running.ownerUrl, served);
  if (!existsSync(path.join(dataFolder, 'version.json')))
    return [ok('database', 'the embedded one, made at the first start')];
  if (!usable) return [fail('database', 'not looked at', 'Mend the data folder first.')];
  try {
    const started = await startEmbeddedDatabase({ dataFolder });
    try {
      return await checkDatabase(started.ownerUrl, served);
    } finally {
      await started.stop();
    }
  } catch (error) {
    if (error instanceof StartError) return [fail('database', error.code, error.message)];
    throw error;
  }
}
