// Starts one server: settings, database, migrations, try-out data, and the sockets; stops them in the other order.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createApp } from './app.ts';
import { seedReference } from './capabilities/administration/seed/seed-reference.ts';
import {
  fillPracticeForce,
  loadPracticeForce,
  practiceAccounts,
  practicePassword,
} from './capabilities/training/index.ts';
import { headsFile } from './platform/audit/heads.ts';
import { systemClock } from './platform/clock/clock.ts';
import { readSettings, weakSettings } from './platform/config/settings.ts';
import { startEmbeddedDatabase } from './platform/db/embedded/start-embedded-database.ts';
import { StartError } from './platform/db/embedded/start-error.ts';
import { migrate } from './platform/db/migrate.ts';
import { createPool } from './platform/db/pools.ts';
import { runtimeUrlOf } from './platform/db/runtime-role.ts';
import { endInTurn } from './platform/end-in-turn.ts';
import { readKeys } from './platform/files/keys.ts';

const root = process.env.MARSAD_ROOT ?? path.resolve(import.meta.dirname, '../../..');

async function main(): Promise<void> {
  const read = readSettings(process.env, root);
  if ('errors' in read) throw new StartError('settings', read.errors.join('\n'));
  const { settings } = read;
  const weak = weakSettings(settings);
  if (weak.length > 0) throw new StartError('settings', weak.join('\n'));
  const { dataFolder, origin, host, port } = settings;
  const tryOut = settings.mode === 'tryout';
  const embedded = settings.databaseUrl ? null : await startEmbeddedDatabase({ dataFolder, log: console.log });
  const stops: (() => Promise<void>)[] = embedded ? [embedded.stop] : [];
  const stop = async (): Promise<void> => {
    await endInTurn(stops.splice(0).reverse());
  };
  try {
    const keys = readKeys(dataFolder);
    const ownerUrl = settings.databaseUrl ?? embedded?.ownerUrl ?? '';
    await migrate(ownerUrl, settings.runtimeDatabaseUrl ? null : keys.runtimePassword);
    const owner = createPool(ownerUrl, { max: 1, name: 'start' });
    await seedReference(owner);
    if (tryOut && (await loadPracticeForce(owner)) && settings.demoIncidents > 0) {
      console.log(`Making ${settings.demoIncidents} practice incidents...`);
      await fillPracticeForce(owner, {
        dataFolder,
        incidents: settings.demoIncidents,
        seed: 1,
        until: systemClock.now(),
      });
    }
    await owner.end();
    const runtimeUrl = settings.runtimeDatabaseUrl ?? runtimeUrlOf(ownerUrl, keys.runtimePassword);
    const app = await createApp({
      ownerUrl,
      runtimeUrl,
      keys,
      clock: systemClock,
      origin,
      idleMinutes: settings.idleMinutes,
      secondFactorRoles: settings.secondFactorRoles,
      logLevel: settings.logLevel,
      webFolder: path.join(root, 'packages/web/dist'),
      martFile: path.join(dataFolder, 'mart.duckdb'),
      headsFile: headsFile(dataFolder),
      filesFolder: path.join(dataFolder, 'files'),
      streetsFile: settings.streetsFile,
      attachmentMegabytes: settings.attachmentMegabytes,
      refusedRowsDays: settings.refusedRowsDays,
      tls: settings.tls && readTls(settings.tls),
      proxies: settings.proxies,
      metricsToken: settings.metricsToken,
    });
    stops.push(app.close);
    await app.http.listen({ host, port });
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
  console.log(`Marsad is ready: ${origin}`);
  if (tryOut)
    console.log(
      `Practice accounts (password ${practicePassword}): ${practiceAccounts.map((account) => account.userName).join(', ')}`,
    );
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      console.log('Stopping...');
      stop().then(
        () => process.exit(0),
        (error: Error) => {
          console.error(`Stopped, but not all of it cleanly: ${error.message}`);
          process.exit(1);
        },
      );
    });
  }
}

function readTls(files: { certFile: string; keyFile: string }): { cert: Buffer; key: Buffer } {
  const read = (file: string): Buffer => {
    try {
      return readFileSync(file);
    } catch {
      throw new StartError('settings', `Expected to read ${file}, got nothing. Check the path and who may read it.`);
    }
  };
  return { cert: read(files.certFile), key: read(files.keyFile) };
}

main().catch((error: unknown) => {
  const { code, message } = error as { code?: string; message: string };
  if (code === 'EADDRINUSE')
    console.error(
      `Port ${process.env.MARSAD_PORT ?? 8080} is taken by another program. Stop it, or set MARSAD_PORT to another port.`,
    );
  else if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    console.error('The database of DATABASE_URL cannot be reached. Check the address and that it runs.');
  else console.error(message);
  process.exit(1);
});
