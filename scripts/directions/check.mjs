// Checks the import directions of the whole project, and first that the check itself still finds planted violations.
// Runs on the bundled Node: node scripts/directions/check.mjs
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cyclesOf, importsOf, sourcesOf } from './graph.mjs';
import { planted } from './planted.mjs';
import { judgeImport, judgePlace } from './rules.mjs';

/** Every violation below `root`, a sentence each; and how many files and imports were read. */
function checkDirections(root) {
  const packages = new Set(existsSync(path.join(root, 'packages')) ? readdirSync(path.join(root, 'packages')) : []);
  const files = sourcesOf(root);
  const imports = files.flatMap((file) => importsOf(root, file, packages));
  const wrong = [];
  for (const file of files) {
    const place = judgePlace(file);
    if (place) wrong.push(`${file}: ${place}`);
  }
  for (const one of imports) {
    const reason = one.to.startsWith('missing:') ? 'no such file' : judgeImport(one);
    if (reason) wrong.push(`${one.from} -> ${one.to}: ${reason}`);
  }
  for (const cycle of cyclesOf(imports)) wrong.push(`cycle: ${cycle.join(', ')}`);
  return { wrong: [...new Set(wrong)], files: files.length, imports: imports.length };
}

/** Plants one violation of each rule in a project of its own, with a lawful neighbour, and returns the rules not found. */
function checkTheCheck() {
  const missed = [];
  for (const { rule, files, expected } of planted) {
    const root = mkdtempSync(path.join(tmpdir(), 'marsad-directions-'));
    try {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
        writeFileSync(path.join(root, file), text);
      }
      const { wrong } = checkDirections(root);
      const found = expected === undefined ? wrong.length === 0 : wrong.length === 1 && wrong[0].includes(expected);
      if (!found) missed.push(`${rule}: expected ${expected ?? 'nothing'}, got ${wrong.join(' | ') || 'nothing'}`);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }
  return missed;
}

const missed = checkTheCheck();
for (const one of missed) console.error(`The check of import directions does not find what was planted. ${one}`);
const { wrong, files, imports } = checkDirections(path.resolve(import.meta.dirname, '../..'));
for (const one of wrong) console.error(one);
console.log(
  `${planted.length - missed.length} of ${planted.length} planted cases judged rightly; ${files} files, ${imports} imports, ${wrong.length} wrong`,
);
process.exit(missed.length + wrong.length > 0 ? 1 : 0);
