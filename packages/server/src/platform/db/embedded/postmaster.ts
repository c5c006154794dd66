// Runs PostgreSQL's own process: start, wait until it answers, stop, and end one that outlived its Marsad.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DatabaseUser } from './database-user.ts';
import { isAlive } from './process-identity.ts';
import { diskFull, StartError } from './start-error.ts';

const pollMs = 15;
const startSeconds = 120;
const stopSeconds = 30;

// Fit for two cores and 4 GB of memory, which is what a room's older PC has.
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '80',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  checkpoint_completion_target: '0.9',
  random_page_cost: '1.1',
  max_parallel_workers_per_gather: '1',
  jit: 'off',
  log_min_messages: 'warning',
  // What was typed never stands in a log: neither a failing row (DETAIL), nor words in a statement or its CONTEXT.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_timezone: 'UTC',
  timezone: 'UTC',
};
const fastSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

export interface Postmaster {
  port: number;
  pid: number;
  /** Settles when the process has ended, however that came. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

interface Run {
  binaries: string;
  cluster: string;
  logFile: string;
  user: DatabaseUser | undefined;
  fast: boolean;
}

/**
 * Starts PostgreSQL on a free port of 127.0.0.1 and returns once it takes connections.
 * @throws StartError disk-full or database-failed with the end of its log
 */
export async function startPostmaster(run: Run): Promise<Postmaster> {
  await endLeftover(run.cluster);
  const port = await freePort();
  const child = spawnPostgres(run, port);
  let spawnError = '';
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      spawnError = error.message;
      resolve();
    });
  });
  const endWithProcess = () => void child.kill('SIGINT');
  process.once('exit', endWithProcess);
  let over = false;
  void ended.then(() => {
    over = true;
    process.off('exit', endWithProcess);
  });
  const stop = async () => {
    child.kill('SIGINT');
    const forced = setTimeout(() => child.kill('SIGQUIT'), stopSeconds * 1000);
    await ended;
    clearTimeout(forced);
  };
  const deadline = Date.now() + startSeconds * 1000;
  while (pidFile(run.cluster)?.ready !== true || pidFile(run.cluster)?.pid !== child.pid) {
    if (over || Date.now() > deadline) {
      if (!over) await stop();
      throw failed(spawnError || tail(run.logFile), run);
    }
    await wait(pollMs);
  }
  return { port, pid: child.pid ?? 0, ended, stop };
}

function spawnPostgres(run: Run, port: number): ChildProcess {
  const chosen: Record<string, string> = { ...settings, port: String(port), ...(run.fast && fastSettings) };
  const options = Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const tooLong = existsSync(run.logFile) && statSync(run.logFile).size > 5_000_000;
  const log = openSync(run.logFile, tooLong ? 'w' : 'a');
  try {
    return spawn(path.join(run.binaries, 'bin/postgres'), ['-D', run.cluster, ...options], {
      cwd: run.cluster,
      stdio: ['ignore', log, log],
      // In a session of its own: Ctrl-C in the terminal reaches Marsad, which ends its work before it ends the database.
      detached: process.platform !== 'win32',
      windowsHide: true,
      ...(run.user && { uid: run.user.uid, gid: run.user.gid }),
    });
  } finally {
    closeSync(log);
  }
}

/** What `postmaster.pid` says, or undefined when the database does not run (or ended without removing it). */
export function pidFile(cluster: string): { pid: number; ready: boolean } | undefined {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

// The data folder's lock is ours by now, so a database still running in it lost its Marsad; one that is gone left only its file,
// whose number may since belong to another process, on which PostgreSQL would refuse to start.
async function endLeftover(cluster: string): Promise<void> {
  const left = pidFile(cluster);
  if (!left) return;
  if (left.pid > 0 && isAlive(left.pid) && isPostgresOf(left.pid, cluster)) {
    process.kill(left.pid, 'SIGINT');
    const deadline = Date.now() + stopSeconds * 1000;
    while (isAlive(left.pid)) {
      if (Date.now() > deadline) process.kill(left.pid, 'SIGQUIT');
      await wait(pollMs);
    }
  }
  rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
}

function isPostgresOf(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function tail(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5).join('\n') : '';
}

function failed(said: string, run: Run): StartError {
  if (said.includes('No space left')) return diskFull(run.cluster);
  return new StartError(
    'database-failed',
    `Expected the embedded database in ${run.cluster} to start, got: ${said || 'no answer'}. The whole log is ${run.logFile}.`,
  );
}
