// End-to-end tests drive the system's Chromium: on Debian as root it is installed, elsewhere the person is told what to do.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fail } from './install.mjs';

export const chromiumPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export function installChromium() {
  if (chromiumPlaces.some((place) => existsSync(place))) return;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    fail(
      'The tests need Chromium or Chrome at one of its usual places. Install it (Debian: sudo apt-get install chromium) and run npm test again.',
    );
  }
  console.log('Installing Chromium for the end-to-end tests...');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', 'chromium'],
  ]) {
    const run = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
    if (run.status !== 0) fail(`Chromium could not be installed: apt-get ${args[0]} failed. See the message above.`);
  }
}
