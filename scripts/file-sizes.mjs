// Files stay small: 400 lines, tests 600. The exceptions stand here, each with its reason, and nowhere else.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

const exceptions = [/\.generated\.ts$/, /incident-types.*\.ts$/];

function* sourcesOf(folder) {
  for (const name of readdirSync(folder)) {
    if (name === 'node_modules' || name === 'dist') continue;
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) yield* sourcesOf(file);
    else if (/\.(ts|tsx|mjs)$/.test(name)) yield file;
  }
}

export function checkFileSizes() {
  let ok = true;
  for (const folder of ['packages', 'scripts', 'e2e', 'bench']) {
    let files = [];
    try {
      files = [...sourcesOf(path.join(root, folder))];
    } catch {
      continue;
    }
    for (const file of files) {
      if (exceptions.some((exception) => exception.test(file))) continue;
      const lines = readFileSync(file, 'utf8').split('\n').length;
      const limit = /\.test\./.test(file) ? 600 : 400;
      if (lines > limit) {
        ok = false;
        console.error(`${path.relative(root, file)}: expected at most ${limit} lines, got ${lines}. Split it.`);
      }
    }
  }
  return ok;
}
