// The real start as a person runs it, in a process of its own: what it says where it cannot start, and how it ends.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { canReach } from '../src/platform/db/embedded/reachable-place.ts';
import { findRunningDatabase } from '../src/platform/db/embedded/runtime-file.ts';
import { connectClient } from '../src/platform/db/pools.ts';
import { cloneTemplate, runtimePasswordOfTests } from './server.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const program = path.join(root, 'packages/server/src/main.ts');
const isRoot = process.getuid?.() === 0;
const nobody = 65_534;
let base: string;
beforeAll(() => {
  base = mkdtempSync(path.join(tmpdir(), 'marsad-start-'));
  chmodSync(base, 0o755);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

interface Started {
  child: ChildProcess;
  said(): string;
  ended: Promise<number | null>;
}

function start(more: Record<string, string>, options: { uid?: number; gid?: number } = {}): Started {
  const { DATABASE_URL: _, ...own } = process.env;
  const env = { ...own, MARSAD_ROOT: root, MARSAD_PORT: '0', MARSAD_DEMO_INCIDENTS: '0', ...more };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    cwd: base,
    env,
    ...options,
  });
  let said = '';
  child.stdout.on('data', (piece) => {
    said += piece;
  });
  child.stderr.on('data', (piece) => {
    said += piece;
  });
  return { child, said: () => said, ended: once(child, 'close').then(([code]) => code as number | null) };
}

/** Resolves when it serves. Fails with what it said where it ended before. */
async function ready(started: Started): Promise<void> {
  await Promise.race([
    expect.poll(started.said, { timeout: 60_000 }).toContain('Marsad is ready'),
    started.ended.then((code) => {
      throw new Error(`ended with ${code}: ${started.said()}`);
    }),
  ]);
}

async function refused(more: Record<string, string>, options: { uid?: number; gid?: number } = {}): Promise<string> {
  const started = start(more, options);
  expect(await started.ended).toBe(1);
  // A sentence for a person: no trace of the program, no address with a password.
  expect(started.said()).not.toMatch(/\n\s+at |postgres:\/\//);
  return started.said();
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const databasePid = (data: string): number =>
  JSON.parse(readFileSync(path.join(data, 'runtime.json'), 'utf8')).databasePid;

async function startsAndStops(
  data: string,
  options: { uid?: number; gid?: number } = {},
  signal: NodeJS.Signals = 'SIGINT',
) {
  const started = start({ MARSAD_DATA: data }, options);
  await ready(started);
  const pid = databasePid(data);
  expect(isAlive(pid)).toBe(true);
  const second = await refused({ MARSAD_DATA: data }, options);
  started.child.kill(signal);
  expect(await started.ended).toBe(0);
  expect([
    isAlive(pid),
    existsSync(path.join(data, 'marsad.lock')),
    existsSync(path.join(data, 'runtime.json')),
  ]).toEqual([false, false, false]);
  return { second, said: started.said() };
}

test('serves, refuses a second start on its folder, and Ctrl-C ends the database with it', {
  timeout: 120_000,
}, async () => {
  const { second, said } = await startsAndStops(path.join(base, 'usual'));
  expect(second).toMatch(/data folder that no other Marsad uses.*held by process \d+.*set MARSAD_DATA/);
  expect(said).toContain('Stopping...');
});

test.runIf(isRoot && process.platform === 'linux')(
  'as root from a folder that only root may enter, and as an ordinary user',
  { timeout: 180_000 },
  async () => {
    const closed = path.join(base, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const data = path.join(closed, 'data');
    await startsAndStops(data, {}, 'SIGTERM');
    const place = JSON.parse(readFileSync(path.join(data, 'postgres.location.json'), 'utf8')).folder as string;
    rmSync(place, { recursive: true, force: true });

    // A clone in a folder that only root may enter is out of an ordinary user's reach, and so is its own Marsad.
    if (!canReach(program, { uid: nobody, gid: nobody, name: 'nobody' })) return;
    const own = path.join(base, 'own');
    mkdirSync(own, { mode: 0o700 });
    chownSync(own, nobody, nobody);
    await startsAndStops(path.join(own, 'data'), { uid: nobody, gid: nobody });

    const foreign = path.join(base, 'foreign');
    mkdirSync(foreign, { mode: 0o755 });
    expect(await refused({ MARSAD_DATA: path.join(foreign, 'data') }, { uid: nobody, gid: nobody })).toMatch(
      /folder that can be written at .*foreign.* got EACCES.*MARSAD_DATA/,
    );
  },
);

test('a port that is taken, and a database that does not answer, are told in a sentence', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = String(typeof address === 'object' ? address?.port : 0);
  const url = await cloneTemplate(inject('ownerUrl'));
  // The role of the tests' cluster keeps its password: this data folder knows it.
  mkdirSync(path.join(base, 'port/keys'), { recursive: true });
  writeFileSync(path.join(base, 'port/keys/runtime-database'), runtimePasswordOfTests);
  const said = await refused({ MARSAD_DATA: path.join(base, 'port'), MARSAD_PORT: port, DATABASE_URL: url });
  expect(said).toContain(`Port ${port} is taken by another program. Stop it, or set MARSAD_PORT`);
  await new Promise((resolve) => other.close(resolve));
  expect(
    await refused({
      MARSAD_DATA: path.join(base, 'far'),
      DATABASE_URL: `postgres://a:secret@127.0.0.1:${port}/marsad`,
    }),
  ).toBe('The database of DATABASE_URL cannot be reached. Check the address and that it runs.\n');
});

test('a data folder of a newer version and one that cannot be made are told in a sentence', async () => {
  const newer = path.join(base, 'newer');
  mkdirSync(newer);
  writeFileSync(path.join(newer, 'version.json'), '{"version":99}');
  expect(await refused({ MARSAD_DATA: newer })).toMatch(/got version 99\. Start the newer Marsad/);
  writeFileSync(path.join(base, 'a-file'), '');
  expect(await refused({ MARSAD_DATA: path.join(base, 'a-file/data') })).toMatch(
    /Give this user the right to write there/,
  );
});

test('for a real force it refuses weak settings and loads no practice data', { timeout: 120_000 }, async () => {
  const data = path.join(base, 'serve');
  const weak = await refused({
    MARSAD_MODE: 'serve',
    MARSAD_DATA: data,
    MARSAD_HOST: '0.0.0.0',
    MARSAD_IDLE_MINUTES: '1440',
  });
  expect(weak).toMatch(/Expected TLS where others can connect/);
  expect(weak).toMatch(/sessions that end within 720 idle minutes/);
  expect(existsSync(data)).toBe(false);
  const started = start({ MARSAD_MODE: 'serve', MARSAD_DATA: data });
  await ready(started);
  const { ownerUrl } = findRunningDatabase(data) ?? {
    ownerUrl: '',
  };
  const client = await connectClient(ownerUrl, 'test');
  const found = await client.query(
    'SELECT (SELECT count(*) FROM org_unit) AS units, (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM incident) AS incidents',
  );
  await client.end();
  expect(found.rows[0]).toEqual({ units: 0, people: 0, incidents: 0 });
  expect(started.said()).not.toContain('marsad-practice');
  started.child.kill('SIGTERM');
  expect(await started.ended).toBe(0);
});

test('a package registry that does not answer is told in a sentence', { timeout: 120_000 }, async () => {
  const copy = path.join(base, 'clone');
  mkdirSync(copy);
  for (const name of ['package.json', 'package-lock.json', 'scripts'])
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  let said = '';
  try {
    execFileSync(process.execPath, [path.join(copy, 'scripts/start.mjs')], {
      cwd: copy,
      encoding: 'utf8',
      stdio: 'pipe',
      env: {
        ...process.env,
        npm_config_registry: 'http://127.0.0.1:9/',
        npm_config_replace_registry_host: 'always',
        npm_config_fetch_retries: '0',
        npm_config_cache: path.join(base, 'npm-cache'),
      },
    });
  } catch (error) {
    said = (error as { stderr: string }).stderr;
  }
  expect(said).toBe(
    'The package registry cannot be reached. Check the connection or the registry set for npm, and start again.\n',
  );
});
