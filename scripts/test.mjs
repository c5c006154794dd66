// `npm test`: everything that must hold, one step after the other; each goes on after a failure, and the last line counts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { installChromium } from './chromium.mjs';
import { checkFileSizes } from './file-sizes.mjs';
import { bundledEnvironment, installPackages, nodeBinary, root } from './install.mjs';

installPackages();
installChromium();
const bin = (name) => path.join(root, 'node_modules/.bin', name);
const count = { passed: 0, failed: 0, skipped: 0 };
const env = bundledEnvironment({ MARSAD_SHARED: process.env.MARSAD_SHARED ?? path.resolve(root, '../shared') });

function step(title, work) {
  const began = Date.now();
  console.log(`\n== ${title}`);
  const ok = work();
  console.log(`   ${ok ? 'passed' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return ok;
}
function check(title, work) {
  if (step(title, work)) count.passed += 1;
  else count.failed += 1;
}
const runs =
  (program, ...args) =>
  () =>
    spawnSync(program, args, { cwd: root, env, stdio: 'inherit' }).status === 0;

for (const name of ['contract', 'statistics', 'server', 'web', 'cli'])
  check(`types: ${name}`, runs(bin('tsc'), '-p', `packages/${name}`));
check('types: end-to-end tests and bench', runs(bin('tsc'), '-p', 'e2e'));
check('lint', runs(bin('biome'), 'check', '--diagnostic-level=error', '.'));
check('import directions', runs(nodeBinary(), 'scripts/directions/check.mjs'));
check('file sizes', checkFileSizes);
check('unused code', runs(bin('knip'), '--no-progress', '--no-config-hints'));
// In a process of its own: a build that fails must not keep the rest from being tested and counted.
const build = "import('./scripts/web-build.mjs').then((web) => web.buildWeb())";
check('web build', runs(nodeBinary(), '-e', build));
const report = path.join(root, '.cache/vitest.json');
mkdirSync(path.dirname(report), { recursive: true });
rmSync(report, { force: true });
step('unit and integration tests', () => {
  const ok = runs(bin('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`)();
  if (!existsSync(report)) {
    count.failed += 1;
    return false;
  }
  const result = JSON.parse(readFileSync(report, 'utf8'));
  count.passed += result.numPassedTests;
  count.failed += result.numFailedTests || (ok ? 0 : 1);
  count.skipped += result.numPendingTests + (result.numTodoTests ?? 0);
  return ok;
});

console.log(`\nNode ${spawnSync(nodeBinary(), ['-v'], { encoding: 'utf8' }).stdout.trim()}`);
const noSkips = process.env.CI === 'true' || process.argv.includes('--no-skips');
if (noSkips && count.skipped > 0)
  console.error('Nothing may be skipped here: set MARSAD_SHARED to where the real data lies.');
console.log(`${count.passed} passed, ${count.failed} failed${count.skipped > 0 ? `, ${count.skipped} skipped` : ''}`);
process.exit(count.failed > 0 || (noSkips && count.skipped > 0) ? 1 : 0);
