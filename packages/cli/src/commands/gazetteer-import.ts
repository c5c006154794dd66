import { createReadStream, existsSync } from 'node:fs';
import { importPlaces } from '@marsad/server/capabilities/administration/index.ts';
import type { Command } from 'commander';
import { withDatabase } from '../connect.ts';
import { Refusal } from '../refusal.ts';
import { type Terminal, withTerminal } from '../terminal.ts';

interface Options {
  bounds?: string;
  force?: string;
  json?: boolean;
  as?: string;
}

/** `marsad gazetteer import FILE`: the places of a GeoNames country dump, plain or gzipped; the last line of `--json` is the result. */
export function gazetteerImport(group: Command): void {
  group
    .command('import')
    .description('import a GeoNames country dump (tab-separated, plain or gzipped)')
    .argument('<file>')
    .option('--bounds <w,s,e,n>', 'only places within these degrees: west,south,east,north')
    .option('--force <code>', 'only places within the bounds of this force')
    .option('--json', 'print the result as one line of JSON')
    .option('--as <user>', 'whose right to manage places is used (the first administrator when absent)')
    .action((file: string, options: Options) =>
      withDatabase((connection) => withTerminal(connection, options.as, (terminal) => run(terminal, file, options))),
    );
}

async function run({ runner, organisation, actor }: Terminal, file: string, options: Options): Promise<void> {
  if (!existsSync(file)) throw new Refusal(`Expected a file, got "${file}", which is not there.`);
  const force = organisation.units.find((unit) => unit.kind === 'force' && unit.code === options.force);
  if (options.force && !force?.bounds)
    throw new Refusal(`Expected the code of a force with bounds, got "${options.force}".`);
  const stop = new AbortController();
  const interrupted = () => stop.abort();
  process.once('SIGINT', interrupted);
  const begun = performance.now();
  try {
    const done = await importPlaces(runner, {
      source: createReadStream(file),
      box: options.bounds ? boxOf(options.bounds) : (force?.bounds ?? null),
      actor,
      signal: stop.signal,
      progress: (lines) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${lines} lines`);
      },
    });
    if (process.stderr.isTTY) process.stderr.write('\n');
    const { refusals, ...counts } = done;
    for (const one of refusals.slice(0, 20)) console.error(`Line ${one.line}: ${one.reason}`);
    const seconds = Number(((performance.now() - begun) / 1000).toFixed(2));
    if (options.json) console.log(JSON.stringify({ ...counts, seconds }));
    else
      console.log(
        `Lines: ${counts.lines}, in ${seconds} s. Places added: ${counts.added}, changed: ${counts.changed}, unchanged: ${counts.unchanged}, of kinds that no caller names: ${counts.leftOut}, outside: ${counts.outside}, refused: ${counts.refused}.`,
      );
  } catch (error) {
    if (stop.signal.aborted) throw new Refusal('Stopped. What was written stays; the same command goes on from there.');
    throw error;
  } finally {
    process.off('SIGINT', interrupted);
  }
}

function boxOf(text: string): number[] {
  const box = text.split(',').map(Number);
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = box;
  if (box.length !== 4 || !(west < east && south < north))
    throw new Refusal(`Expected west,south,east,north in degrees, got "${text}".`);
  return box;
}
