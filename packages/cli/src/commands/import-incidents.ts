import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { reasonText } from '@marsad/contract/platform/reasons.ts';
import { createDirectory, findTerminalActor, Organisation } from '@marsad/server/capabilities/administration/index.ts';
import {
  FileError,
  findOwnMapping,
  type ImportResult,
  importFile,
  readMappingFile,
} from '@marsad/server/capabilities/sync/index.ts';
import { systemClock } from '@marsad/server/platform/clock/clock.ts';
import { createPool, kyselyOf } from '@marsad/server/platform/db/pools.ts';
import type { Command } from 'commander';
import { type Connection, withDatabase } from '../connect.ts';
import { Refusal } from '../refusal.ts';

interface Options {
  mapping: string;
  dryRun?: boolean;
  json?: boolean;
  as?: string;
  errors?: string;
}

/** `marsad import incidents FILE --mapping MAP`: the last line of `--json` is the result, alone on its line. */
export function importIncidents(group: Command): void {
  group
    .command('incidents')
    .description('import incidents from a CSV or TSV file, plain or gzipped, an XLSX workbook or a GeoJSON collection')
    .argument('<file>')
    .requiredOption(
      '--mapping <map>',
      'sf-fire, nyc-thefts, chicago-assaults, the name of one saved on the page, or the path of a mapping file',
    )
    .option('--dry-run', 'judge every row and write nothing')
    .option('--json', 'print the result as one line of JSON')
    .option('--as <user>', 'whose right to import is used (the first administrator when absent)')
    .option('--errors <file>', 'where refused rows are written (FILE.errors.csv when absent)')
    .action((file: string, options: Options) => withDatabase((connection) => run(connection, file, options)));
}

async function run({ runtimeUrl, keys }: Connection, file: string, options: Options): Promise<void> {
  if (!existsSync(file)) throw new Refusal(`Expected a file, got "${file}", which is not there.`);
  const runtime = createPool(runtimeUrl, { max: 2, statementSeconds: 300, name: 'import' });
  const stop = new AbortController();
  const interrupted = () => stop.abort();
  process.once('SIGINT', interrupted);
  try {
    const db = kyselyOf(runtime);
    const organisation = new Organisation(db);
    await organisation.reload();
    const directory = createDirectory(db, organisation);
    const actor = await findTerminalActor(db, directory, options.as);
    if (!actor)
      throw new Refusal(
        `Expected an administrator${options.as ? ` named ${options.as}` : ''}, got none. Make one with: marsad admin create`,
      );
    const runner = {
      db,
      clock: systemClock,
      directory,
      auditKey: keys.audit,
      committed: () => {},
      offlineLimitHours: 72,
    };
    const result = await importFile(
      { runner, organisation },
      {
        file,
        fileName: path.basename(file),
        mapping:
          (await findOwnMapping(runner, actor, options.mapping)) ??
          readMappingFile(options.mapping, (name) => readFileSync(name, 'utf8')),
        actor,
        dryRun: options.dryRun ?? false,
        errorFile: () => createWriteStream(options.errors ?? `${file}.errors.csv`),
        language: actor.language,
        signal: stop.signal,
        progress: (counts) => {
          if (process.stderr.isTTY) process.stderr.write(`\rRows: ${counts.rows}, refused: ${counts.rejected}`);
        },
      },
    );
    if (process.stderr.isTTY) process.stderr.write('\n');
    print(result, options);
  } catch (error) {
    if (error instanceof FileError) throw new Refusal(`${reasonText(error.reason, 'en')} ${error.message}`);
    if (stop.signal.aborted) throw new Refusal('Stopped. What was written stays; the same command goes on from there.');
    throw error;
  } finally {
    process.off('SIGINT', interrupted);
    await runtime.end();
  }
}

function print(result: ImportResult, { json, dryRun }: Options): void {
  const { rows, accepted, rejected, unchanged, incidents, assignments, seconds, statistics } = result;
  // Beside the result, which has its fixed form: nobody should have to look at the page for it.
  if (statistics.kept > 0)
    console.error(`${statistics.kept} rows changed records that people had changed since; what people wrote stays.`);
  if (json) {
    console.log(JSON.stringify({ rows, accepted, rejected, unchanged, incidents, assignments, seconds }));
    return;
  }
  console.log(`Rows: ${rows}, in ${seconds} s. Accepted: ${accepted}, unchanged: ${unchanged}, refused: ${rejected}.`);
  console.log(
    dryRun ? 'A dry run: nothing was written.' : `New incidents: ${incidents}, new assignments: ${assignments}.`,
  );
  const { gaps, overlaps, elsewhere } = statistics;
  if (gaps + overlaps > 0)
    console.log(`Daylight saving: skipped times moved forward ${gaps}, doubled times taken as the first ${overlaps}.`);
  if (elsewhere > 0)
    console.log(`${elsewhere} points lie in the area of another station than the one stated, which was kept.`);
}
