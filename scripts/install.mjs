// What start, serve, test and the command line need before anything else: packages as locked, and the bundled Node.
// Runs on any Node >= 20 and imports nothing that is not in it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
const stamp = path.join(root, 'node_modules', '.marsad-lock');

export function nodeBinary() {
  return path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** The environment of everything we start: the bundled Node first on the path. */
export function bundledEnvironment(extra = {}) {
  return { ...process.env, ...extra, PATH: `${path.dirname(nodeBinary())}${path.delimiter}${process.env.PATH ?? ''}` };
}

/** Installs the locked packages when the lock file has changed since the last time; ends the process with a clear sentence when it cannot. */
export function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && existsSync(nodeBinary())) return;
  console.log('Installing the packages of Marsad (the first time takes a minute)...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const npmRun = (...args) =>
    spawnSync(npm, [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'pipe'],
      encoding: 'utf8',
    });
  let run = npmRun('ci');
  // A registry that does not carry the builds for other machines makes `npm ci` call the lock file incomplete, though all
  // that this machine needs is locked. `npm install` takes the same locked versions and passes over those builds.
  if (run.status !== 0 && /EUSAGE/.test(run.stderr ?? '')) run = npmRun('install', '--no-save');
  if (run.status !== 0) {
    const said = run.stderr ?? String(run.error ?? '');
    if (/ENOSPC/.test(said))
      fail('The disk is full: Marsad needs about 1.5 GB for its packages. Free some space and start again.');
    if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|network/i.test(said)) {
      fail(
        'The package registry cannot be reached. Check the connection or the registry set for npm, and start again.',
      );
    }
    fail(`The packages could not be installed.\n${said}`);
  }
  writeFileSync(stamp, lock);
}

export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
