import { createReadStream, existsSync } from 'node:fs';
import { AreasFileError, importAreas } from '@marsad/server/capabilities/administration/index.ts';
import type { Command } from 'commander';
import { withDatabase } from '../connect.ts';
import { Refusal } from '../refusal.ts';
import { type Terminal, withTerminal } from '../terminal.ts';

interface Options {
  force: string;
  kind: string;
  codeProperty: string;
  from?: string;
  json?: boolean;
  as?: string;
}

/** `marsad areas import FILE`: areas of units from GeoJSON, joined by code or name, all in one transaction. */
export function areasImport(group: Command): void {
  group
    .command('import')
    .description('import the areas of units from a GeoJSON file, plain or gzipped')
    .argument('<file>')
    .requiredOption('--force <code>', 'the force whose units these are')
    .requiredOption('--kind <kind>', 'station, operations_room, command_centre, department or force')
    .requiredOption('--code-property <name>', 'the property that holds the code or the name of the unit')
    .option(
      '--from <day>',
      'first day of these areas, YYYY-MM-DD (today when absent); the area before ends the day before',
    )
    .option('--json', 'print the result as one line of JSON')
    .option('--as <user>', 'whose right to manage units is used (the first administrator when absent)')
    .action((file: string, options: Options) =>
      withDatabase((connection) => withTerminal(connection, options.as, (terminal) => run(terminal, file, options))),
    );
}

async function run({ runner, organisation, actor }: Terminal, file: string, options: Options): Promise<void> {
  if (!existsSync(file)) throw new Refusal(`Expected a file, got "${file}", which is not there.`);
  const force = organisation.units.find((unit) => unit.kind === 'force' && unit.code === options.force);
  if (!force) throw new Refusal(`Expected the code of a force, got "${options.force}".`);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: force.timeZone, dateStyle: 'short' }).format(new Date());
  const from = options.from ?? today;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(from) || Number.isNaN(Date.parse(from)))
    throw new Refusal(`Expected a day as YYYY-MM-DD, got "${from}".`);
  try {
    const done = await importAreas(runner, organisation, {
      source: createReadStream(file),
      forceId: force.unitId,
      kind: options.kind,
      property: options.codeProperty,
      from,
      actor,
    });
    for (const one of done.refused)
      console.error(`Feature ${one.index}${one.code === null ? '' : ` (${one.code})`}: ${one.reason}`);
    const { features, added, replaced, unchanged, refused, untouched } = done;
    if (options.json)
      console.log(
        JSON.stringify({ features, added, replaced, unchanged, refused: refused.length, untouched: untouched.length }),
      );
    else {
      console.log(
        `Features: ${features}. Areas added: ${added}, replaced: ${replaced}, unchanged: ${unchanged}, refused: ${refused.length}.`,
      );
      if (untouched.length > 0) console.log(`No feature names these units, whose areas stay: ${untouched.join(', ')}`);
    }
  } catch (error) {
    if (error instanceof AreasFileError) throw new Refusal(error.message);
    throw error;
  }
}
