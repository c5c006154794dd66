// How a command reaches the database: the address in DATABASE_URL, or the embedded one: that of the server now running
// on the data folder, else started for the command and stopped after it.
import { readSettings, type Settings } from '@marsad/server/platform/config/settings.ts';
import { findRunningDatabase } from '@marsad/server/platform/db/embedded/runtime-file.ts';
import { startEmbeddedDatabase } from '@marsad/server/platform/db/embedded/start-embedded-database.ts';
import { migrate } from '@marsad/server/platform/db/migrate.ts';
import { runtimeUrlOf } from '@marsad/server/platform/db/runtime-role.ts';
import { type Keys, readKeys } from '@marsad/server/platform/files/keys.ts';
import { Refusal } from './refusal.ts';

export interface Connection {
  settings: Settings;
  keys: Keys;
  ownerUrl: string;
  runtimeUrl: string;
}

/** The settings of this environment. @throws Refusal naming every one that is wrong */
export function settingsNow(): Settings {
  const read = readSettings(process.env, process.env.MARSAD_ROOT ?? process.cwd());
  if ('errors' in read) throw new Refusal(read.errors.join('\n'));
  return read.settings;
}

/**
 * Runs `work` with the database, which is migrated first (but for `asItIs`), and lets it go again whatever happens.
 */
export async function withDatabase<Result>(
  work: (connection: Connection) => Promise<Result>,
  asItIs?: 'as it is',
): Promise<Result> {
  const settings = settingsNow();
  const running = settings.databaseUrl ? undefined : findRunningDatabase(settings.dataFolder);
  const started =
    settings.databaseUrl || running
      ? undefined
      : await startEmbeddedDatabase({ dataFolder: settings.dataFolder, log: (sentence) => console.error(sentence) });
  try {
    const keys = readKeys(settings.dataFolder);
    const ownerUrl = settings.databaseUrl ?? running?.ownerUrl ?? started?.ownerUrl ?? '';
    if (!asItIs) await migrate(ownerUrl, settings.runtimeDatabaseUrl ? null : keys.runtimePassword);
    const runtimeUrl = settings.runtimeDatabaseUrl ?? runtimeUrlOf(ownerUrl, keys.runtimePassword);
    return await work({ settings, keys, ownerUrl, runtimeUrl });
  } finally {
    await started?.stop();
  }
}
