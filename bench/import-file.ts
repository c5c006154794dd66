// A file of 120,925 incidents through every check, against a plain COPY of the rows it made into the same tables.
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { type Machine, root } from './machine.ts';
import { askOverview } from './overview.ts';
import type { Line } from './table.ts';

const rows = 120_925;
const tables = ['incident', 'assignment', 'incident_clock', 'timeline_entry'] as const;

const mapping = {
  name: 'bench-city',
  rowIs: 'unit_response',
  timeZone: 'Europe/Paris',
  dateFormat: 'YYYY-MM-DD HH:mm:ss',
  force: {
    code: 'MSR',
    nameAr: 'مدينة القياس',
    nameEn: 'Bench city',
    nameFr: 'Ville de mesure',
    timeZone: 'Europe/Paris',
    bounds: [1, 48, 3, 49],
    makeMissing: true,
  },
  room: { column: 'room', prefix: 'B-', makeMissing: true },
  key: ['call'],
  origin: 'reported',
  type: {
    column: 'type',
    table: { fight: 'violence.fight', theft: 'theft.other' },
    otherwise: 'unclassified.imported',
  },
  priority: { column: 'priority', table: { '1': 1, '2': 2, '3': 3 }, otherwise: 3 },
  place: ['place'],
  position: { kind: 'decimal', longitude: 'lon', latitude: 'lat' },
  clocks: { call_started: 'called', created: 'made' },
  response: {
    key: ['call', 'unit'],
    callSign: 'unit',
    clocks: { assigned: 'sent', en_route: 'left', on_scene: 'there', cleared: 'over' },
  },
};

function writeFile(file: string): void {
  const stamp = (seconds: number): string =>
    new Date(1_704_067_200_000 + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
  const lines = ['call,room,type,priority,place,lon,lat,called,made,unit,sent,left,there,over'];
  for (let index = 0; index < rows; index += 1) {
    const made = index * 240;
    const at = [made - 40, made, made + 90, made + 150, made + 600, made + 2_400].map(stamp);
    lines.push(
      `${index},${index % 20},${index % 3 ? 'theft' : 'fight'},${(index % 3) + 1},street ${index % 900},${(1.5 + (index % 1000) / 1000).toFixed(4)},${(48.2 + (index % 700) / 1000).toFixed(4)},${at[0]},${at[1]},U${index % 300},${at[2]},${at[3]},${at[4]},${at[5]}`,
    );
  }
  writeFileSync(file, `${lines.join('\n')}\n`);
}

export async function benchImport(machine: Machine, analyst: string): Promise<Line[]> {
  const file = path.join(machine.dataFolder, 'bench.csv');
  const map = path.join(machine.dataFolder, 'bench-map.json');
  writeFile(file);
  writeFileSync(map, JSON.stringify(mapping));
  const run = spawnSync(
    process.execPath,
    [path.join(root, 'packages/cli/src/main.ts'), 'import', 'incidents', file, '--mapping', map, '--json'],
    { cwd: root, env: { ...process.env, MARSAD_DATA: machine.dataFolder, MARSAD_ROOT: root }, encoding: 'utf8' },
  );
  const line = run.stdout.trim().split('\n').at(-1) ?? '';
  const result = JSON.parse(line || '{}') as { seconds?: number; incidents?: number };
  if (result.incidents !== rows) throw new Error(`Expected ${rows} incidents, got: ${line} ${run.stderr}`);
  const seconds = result.seconds ?? Number.NaN;
  const complete = await secondsUntilComplete(machine, analyst);
  const copy = await secondsOfCopy(machine);
  return [
    {
      what: `import of ${rows.toLocaleString('en')} incidents with all checks`,
      measured: `${seconds.toFixed(1)} s`,
      baseline: `${copy.toFixed(1)} s (COPY of the same rows)`,
      goal: 'at most 4 x COPY, under 60 s',
      met: seconds <= 4 * copy && seconds < 60,
    },
    {
      what: 'Overview complete after the import',
      measured: complete === null ? 'not within 60 s' : `${complete.toFixed(1)} s`,
      baseline: '',
      goal: '15 s',
      met: complete !== null && complete <= 15,
    },
  ];
}

async function secondsUntilComplete(machine: Machine, cookie: string): Promise<number | null> {
  const begun = performance.now();
  const client = new pg.Client({ connectionString: machine.ownerUrl });
  await client.connect();
  const force = await client.query("SELECT unit_id FROM org_unit WHERE code = 'MSR'");
  await client.end();
  const filters = { from: '2023-12-01', to: '2025-12-31', units: [force.rows[0].unit_id] };
  while (performance.now() - begun < 60_000) {
    if ((await askOverview(machine, cookie, { filters })) >= rows) return (performance.now() - begun) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return null;
}

/** Takes the imported rows out, and times putting them back with COPY: same tables, indexes and foreign keys. */
async function secondsOfCopy(machine: Machine): Promise<number> {
  const client = new pg.Client({ connectionString: machine.ownerUrl });
  await client.connect();
  const ofForce =
    "(SELECT incident_id FROM incident WHERE force_id = (SELECT unit_id FROM org_unit WHERE code = 'MSR'))";
  const at = (table: string): string => path.join(machine.dataFolder, `${table}.copy`);
  try {
    const columns = new Map<string, string>();
    for (const table of tables) {
      columns.set(table, await writtenColumns(client, table));
      const out = client.query(
        copyTo(`COPY (SELECT ${columns.get(table)} FROM ${table} WHERE incident_id IN ${ofForce}) TO STDOUT`),
      );
      await pipeline(out, createWriteStream(at(table)));
    }
    await client.query('BEGIN');
    await client.query("SET LOCAL session_replication_role = 'replica'");
    for (const table of [...tables].reverse())
      await client.query(`DELETE FROM ${table} WHERE incident_id IN ${ofForce}`);
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
    const begun = performance.now();
    await client.query('BEGIN');
    for (const table of tables)
      await pipeline(
        createReadStream(at(table)),
        client.query(copyFrom(`COPY ${table} (${columns.get(table)}) FROM STDIN`)),
      );
    await client.query('COMMIT');
    return (performance.now() - begun) / 1000;
  } finally {
    await client.end();
  }
}

/** The columns that are written; those that the database computes it computes again. */
async function writtenColumns(client: pg.Client, table: string): Promise<string> {
  const found = await client.query(
    `SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS list FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
    [table],
  );
  return found.rows[0].list as string;
}
