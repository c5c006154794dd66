// `npm run schema`, after each new migration: writes packages/server/schema.sql (to be read in review) and
// packages/server/src/platform/db/schema.generated.ts (the types of rows) from what the migrations make.
// With `--check --url=ADDRESS` it writes nothing and says which of them is not what that migrated database holds.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const files = {
  types: path.join(root, 'packages/server/src/platform/db/schema.generated.ts'),
  sql: path.join(root, 'packages/server/schema.sql'),
};
const folder = mkdtempSync(path.join(tmpdir(), 'marsad-schema-'));
const url = process.argv.find((argument) => argument.startsWith('--url='))?.slice('--url='.length);

try {
  if (process.argv.includes('--check')) check(await schemaOf(url));
  else write(await onNewDatabase(schemaOf));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function onNewDatabase(work) {
  const { startEmbeddedDatabase } = await import(
    '../packages/server/src/platform/db/embedded/start-embedded-database.ts'
  );
  const { migrate } = await import('../packages/server/src/platform/db/migrate.ts');
  chmodSync(folder, 0o755);
  const database = await startEmbeddedDatabase({ dataFolder: folder, fast: true });
  try {
    await migrate(database.ownerUrl, 'schema-only');
    return await work(database.ownerUrl);
  } finally {
    await database.stop();
  }
}

async function schemaOf(ownerUrl) {
  const { dumpSchema } = await import('../packages/server/src/platform/db/dump-schema.ts');
  const { connectClient } = await import('../packages/server/src/platform/db/pools.ts');
  const client = await connectClient(ownerUrl, 'schema');
  try {
    return { types: typesOf(ownerUrl), sql: await dumpSchema(client) };
  } finally {
    await client.end();
  }
}

function typesOf(ownerUrl) {
  const out = path.join(folder, 'types.ts');
  const made = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
      '--dialect=postgres',
      `--url=${ownerUrl}`,
      `--out-file=${out}`,
      '--default-schema=public',
      '--include-pattern=public.*',
      '--date-parser=string',
      '--log-level=error',
    ],
    { stdio: 'inherit' },
  );
  if (made.status !== 0) throw new Error('The types could not be made; the message above says why.');
  // The driver hands instants, dates and big integers over as text and numbers (see pools.ts).
  return readFileSync(out, 'utf8')
    .replace(/Generated<Timestamp\b/g, 'Generated<ColumnType<string, Date | string, Date | string>')
    .replace(/: Timestamp/g, ': ColumnType<string, Date | string, Date | string>')
    .replace(/^export type Timestamp = .*;\n\n/m, '')
    .replace(/Int8\b/g, 'number')
    .replace(/^export type number = .*;\n\n/m, '');
}

function write(schema) {
  for (const [kind, file] of Object.entries(files)) writeFileSync(file, schema[kind]);
}

function check(schema) {
  for (const [kind, file] of Object.entries(files)) {
    if (readFileSync(file, 'utf8') === schema[kind]) continue;
    console.error(`${path.relative(root, file)} is not what the migrations make. Run "npm run schema" and commit it.`);
    process.exitCode = 1;
  }
}
