// Builds the web application when its sources changed since the last build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { bundledEnvironment, fail, nodeBinary, root } from './install.mjs';

const web = path.join(root, 'packages/web');
const sources = [
  'scripts/web-build.mjs',
  'packages/web/src',
  'packages/web/public',
  'packages/web/index.html',
  'packages/web/vite.config.ts',
  'packages/web/package.json',
  'packages/contract/src',
  'packages/statistics/src',
  'package-lock.json',
];

function* filesOf(place) {
  if (!existsSync(place)) return;
  if (statSync(place).isFile()) yield place;
  else for (const name of readdirSync(place).sort()) yield* filesOf(path.join(place, name));
}

// Old PCs and bad links: every text file gets its densest form once, here, and is sent as it is.
function compressFiles(folder) {
  for (const file of filesOf(folder)) {
    if (!/\.(js|mjs|css|html|svg|json|webmanifest|wasm)$/.test(file)) continue;
    const content = readFileSync(file);
    if (content.length < 1024) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

export function buildWeb() {
  const hash = createHash('sha256');
  for (const source of sources)
    for (const file of filesOf(path.join(root, source)))
      hash.update(file.slice(root.length)).update(readFileSync(file));
  const digest = hash.digest('hex');
  const mark = path.join(web, 'dist/.build-hash');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return;
  console.log('Building the web application...');
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const run = spawnSync(nodeBinary(), [vite, 'build', '--logLevel', 'warn'], {
    cwd: web,
    env: bundledEnvironment(),
    stdio: 'inherit',
  });
  if (run.status !== 0) fail('The web application could not be built; the message above says why.');
  compressFiles(path.join(web, 'dist'));
  mkdirSync(path.dirname(mark), { recursive: true });
  writeFileSync(mark, digest);
}
