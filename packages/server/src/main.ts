// Starts one server: settings, database, migrations, try-out data, and the sockets; stops them in the other order.
import path from 'node:path';
import { createApp } from './app.ts';
import { seedReference } from './capabilities/administration/seed/seed-reference.ts';
import {
  loadPracticeForce,
  practiceAccounts,
  practicePassword,
} from './capabilities/training/practice/load-practice-force.ts';
import { systemClock } from './platform/clock/clock.ts';
import { startEmbeddedDatabase } from './platform/db/embedded/start-embedded-database.ts';
import { StartError } from './platform/db/embedded/start-error.ts';
import { migrate, NewerSchemaError, runtimeRole } from './platform/db/migrate.ts';
import { createPool } from './platform/db/pools.ts';
import { readKeys } from './platform/files/keys.ts';

const root = process.env.MARSAD_ROOT ?? path.resolve(import.meta.dirname, '../../..');
const tryOut = process.env.MARSAD_MODE !== 'serve';
const host = process.env.MARSAD_HOST ?? '127.0.0.1';
const port = Number(process.env.MARSAD_PORT ?? 8080);
const dataFolder = path.resolve(process.env.MARSAD_DATA ?? path.join(root, 'data'));
const origin = process.env.MARSAD_ORIGIN ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`;

async function main(): Promise<void> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`Expected MARSAD_PORT between 0 and 65535, got "${process.env.MARSAD_PORT}".`);
  const embedded = process.env.DATABASE_URL ? null : await startEmbeddedDatabase({ dataFolder, log: console.log });
  const stops: (() => Promise<void>)[] = embedded ? [embedded.stop] : [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const keys = readKeys(dataFolder);
    const ownerUrl = process.env.DATABASE_URL ?? embedded?.ownerUrl ?? '';
    await migrate(ownerUrl, keys.runtimePassword);
    const owner = createPool(ownerUrl, { max: 1, name: 'start' });
    await seedReference(owner);
    if (tryOut) await loadPracticeForce(owner);
    await owner.end();
    const runtimeUrl = new URL(ownerUrl);
    runtimeUrl.username = runtimeRole;
    runtimeUrl.password = keys.runtimePassword;
    const app = await createApp({
      ownerUrl,
      runtimeUrl: runtimeUrl.href,
      keys,
      clock: systemClock,
      origin,
      idleMinutes: Number(process.env.MARSAD_IDLE_MINUTES ?? 30),
      logLevel: process.env.MARSAD_LOG_LEVEL ?? 'warn',
      webFolder: path.join(root, 'packages/web/dist'),
      martFile: path.join(dataFolder, 'mart.duckdb'),
    });
    stops.push(app.close);
    await app.http.listen({ host, port });
  } catch (error) {
    await stop();
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
      stop().then(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  const { code, message } = error as { code?: string; message: string };
  if (code === 'EADDRINUSE')
    console.error(`Port ${port} is taken by another program. Stop it, or set MARSAD_PORT to another port.`);
  else if (error instanceof StartError || error instanceof NewerSchemaError) console.error(message);
  else if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    console.error('The database of DATABASE_URL cannot be reached. Check the address and that it runs.');
  else console.error(message);
  process.exit(1);
});
