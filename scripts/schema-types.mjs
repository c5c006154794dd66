// Writes packages/server/src/platform/db/schema.generated.ts from the migrations: `npm run schema`. Run it after each new migration.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const out = path.join(root, 'packages/server/src/platform/db/schema.generated.ts');
const load = (file) => import(path.join(root, 'packages/server/src/platform/db', file));

const { startEmbeddedDatabase } = await load('embedded/start-embedded-database.ts');
const { migrate } = await load('migrate.ts');
const folder = mkdtempSync(path.join(tmpdir(), 'marsad-schema-'));
chmodSync(folder, 0o755);
const database = await startEmbeddedDatabase({ dataFolder: folder, fast: true });
try {
  await migrate(database.ownerUrl, 'schema-only');
  const made = spawnSync(
    path.join(root, 'node_modules/.bin/kysely-codegen'),
    [
      '--dialect=postgres',
      `--url=${database.ownerUrl}`,
      `--out-file=${out}`,
      '--default-schema=public',
      '--include-pattern=public.*',
      '--date-parser=string',
    ],
    { stdio: 'inherit' },
  );
  if (made.status !== 0) process.exitCode = 1;
  // The driver hands instants, dates and big integers over as text and numbers (see pools.ts).
  const text = readFileSync(out, 'utf8')
    .replace(/Generated<Timestamp\b/g, 'Generated<ColumnType<string, Date | string, Date | string>')
    .replace(/: Timestamp/g, ': ColumnType<string, Date | string, Date | string>')
    .replace(/^export type Timestamp = .*;\n\n/m, '')
    .replace(/Int8\b/g, 'number')
    .replace(/^export type number = .*;\n\n/m, '');
  writeFileSync(out, text);
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
