// A whole installation for measuring: a data folder with a practice force of a million incidents, and the real server on it,
// as a process of its own. Everything is on this machine and gone afterwards.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seedReference } from '../packages/server/src/capabilities/administration/index.ts';
import {
  fillPracticeForce,
  loadPracticeForce,
  practicePassword,
} from '../packages/server/src/capabilities/training/index.ts';
import { createAccount } from '../packages/server/src/platform/auth/auth.ts';
import { findRunningDatabase } from '../packages/server/src/platform/db/embedded/runtime-file.ts';
import { startEmbeddedDatabase } from '../packages/server/src/platform/db/embedded/start-embedded-database.ts';
import { migrate } from '../packages/server/src/platform/db/migrate.ts';
import { createPool } from '../packages/server/src/platform/db/pools.ts';
import { runtimeUrlOf } from '../packages/server/src/platform/db/runtime-role.ts';
import { readKeys } from '../packages/server/src/platform/files/keys.ts';
import { serverEnvironment, serverFlags } from '../scripts/memory.mjs';

export const root = path.resolve(import.meta.dirname, '..');
/** Rooms whose screens are measured, each with an account named after its code. */
export const rooms = ['BEY', 'RAS', 'MTN', 'BAB', 'JOU', 'TRI', 'AKK', 'ZAH', 'SID', 'TYR'];

export interface Machine {
  dataFolder: string;
  address: string;
  ownerUrl: string;
  runtimeUrl: string;
  serverPid: number;
  signIn(userName: string): Promise<string>;
  /** Stops the server; the data stays until `remove`. */
  stop(): Promise<void>;
  remove(): void;
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function prepare(dataFolder: string, incidents: number): Promise<void> {
  const database = await startEmbeddedDatabase({ dataFolder });
  const owner = createPool(database.ownerUrl, { max: 2, statementSeconds: 0, name: 'bench' });
  try {
    await migrate(database.ownerUrl, readKeys(dataFolder).runtimePassword);
    await seedReference(owner);
    await loadPracticeForce(owner);
    for (const room of rooms) {
      const named = await owner.query(
        `UPDATE person SET user_name = $1 WHERE person_id = (
           SELECT p.person_id FROM post p JOIN role USING (role_id) JOIN org_unit u USING (unit_id) JOIN person n USING (person_id)
           WHERE role.code = 'dispatcher' AND u.code = $2 AND n.user_name IS NULL LIMIT 1) RETURNING person_id`,
        [`room.${room.toLowerCase()}`, room],
      );
      const personId = named.rows[0].person_id as string;
      await createAccount(owner, {
        personId,
        userName: `room.${room.toLowerCase()}`,
        name: room,
        password: practicePassword,
      });
    }
    await fillPracticeForce(owner, { dataFolder, incidents, seed: 1, until: new Date() });
    await owner.query('VACUUM ANALYZE');
  } finally {
    await owner.end();
    await database.stop();
  }
}

/** Makes the data and starts the server on it. */
export async function startMachine(incidents: number): Promise<Machine> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'marsad-bench-'));
  chmodSync(dataFolder, 0o755);
  await prepare(dataFolder, incidents);
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const server = spawn(process.execPath, [...serverFlags, path.join(root, 'packages/server/src/main.ts')], {
    cwd: root,
    env: {
      ...process.env,
      ...serverEnvironment,
      MARSAD_DATA: dataFolder,
      MARSAD_PORT: String(port),
      MARSAD_ROOT: root,
      MARSAD_LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await ready(server);
  const running = findRunningDatabase(dataFolder);
  if (!running) throw new Error('Expected the server’s database to be found, got none.');
  return {
    dataFolder,
    address,
    ownerUrl: running.ownerUrl,
    runtimeUrl: runtimeUrlOf(running.ownerUrl, readKeys(dataFolder).runtimePassword),
    serverPid: server.pid as number,
    signIn: async (userName) => {
      const answer = await fetch(`${address}/api/auth/sign-in/username`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: address },
        body: JSON.stringify({ username: userName, password: practicePassword }),
      });
      if (!answer.ok) throw new Error(`Expected ${userName} to sign in, got ${answer.status}.`);
      return answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';', 1)[0])
        .join('; ');
    },
    stop: async () => {
      if (server.exitCode !== null) return;
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
    },
    remove: () => rmSync(dataFolder, { recursive: true, force: true }),
  };
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.stdout?.on('data', (chunk: Buffer) => {
      if (String(chunk).includes('Marsad is ready')) resolve();
    });
    server.once('exit', (code) => reject(new Error(`Expected the server to start, got exit code ${code}.`)));
  });
}

/** Resident memory of a process, megabytes (Linux): now, and the most it ever was; null elsewhere. */
export function residentMegabytes(pid: number): { now: number; most: number } | null {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  const read = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1]) / 1024;
  return { now: read('VmRSS'), most: read('VmHWM') };
}
