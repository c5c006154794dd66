// The import of a file as a process of its own, as the command line does it, for tests that kill one.
import { createWriteStream } from 'node:fs';
import { createDirectory, findTerminalActor, Organisation } from '../../src/capabilities/administration/index.ts';
import { importFile, readMappingFile } from '../../src/capabilities/sync/index.ts';
import { systemClock } from '../../src/platform/clock/clock.ts';
import { createPool, kyselyOf } from '../../src/platform/db/pools.ts';

const { runtimeUrl, auditKey, file, mapping } = JSON.parse(process.env.IMPORT ?? '{}');
const pool = createPool(runtimeUrl, { max: 2, name: 'import' });
const db = kyselyOf(pool);
const organisation = new Organisation(db);
await organisation.reload();
const directory = createDirectory(db, organisation);
const actor = await findTerminalActor(db, directory, 'admin');
if (!actor) throw new Error('Expected the administrator of the practice force, got none.');
const runner = {
  db,
  clock: systemClock,
  directory,
  auditKey: Buffer.from(auditKey, 'hex'),
  committed: () => {},
  offlineLimitHours: 72,
};
const result = await importFile(
  { runner, organisation },
  {
    file,
    fileName: 'killed.csv',
    mapping: readMappingFile(mapping, () => ''),
    actor,
    dryRun: false,
    errorFile: () => createWriteStream(`${file}.errors.csv`),
    language: 'en',
    progress: ({ rows }) => console.log(JSON.stringify({ rows })),
  },
);
console.log(JSON.stringify(result));
await pool.end();
