// The Overview over a million incidents: as the server answers it, and the same statements in bare DuckDB.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { openMart, overviewStatements, runMeasure } from '../packages/server/src/capabilities/analysis/index.ts';
import { bind } from '../packages/server/src/platform/duckdb/bind.ts';
import { type Machine, residentMegabytes, root } from './machine.ts';
import { type Line, milliseconds, percentile } from './table.ts';

const rounds = 12;
const filters = (index: number) => {
  const year = 2019 + (index % 7);
  return index % 3 === 0
    ? { from: '2018-12-01', to: '2026-10-01' }
    : { from: `${year}-01-01`, to: `${year}-12-31`, ...(index % 3 === 2 && { priorities: [1, 2] }) };
};
const requestOf = (index: number) =>
  ({ filters: { ...filters(index) }, h3Resolution: 6, responseLimitSeconds: 'own' }) as never;

/** Asks the server for the Overview; returns how many incidents it considered. */
export async function askOverview(machine: Machine, cookie: string, request: object): Promise<number> {
  const answer = await fetch(`${machine.address}/api/analysis/overview`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`Expected the Overview, got ${answer.status} ${text.slice(0, 300)}`);
  return (JSON.parse(text) as { weeks: { result: { considered: number } } }).weeks.result.considered;
}

/** Waits until the server's mart holds what was made, then asks through HTTP; returns the server's memory after it. */
export async function warmServer(
  machine: Machine,
  cookie: string,
  incidents: number,
): Promise<{ now: number; most: number } | null> {
  const ask = (index: number): Promise<number> => askOverview(machine, cookie, requestOf(index));
  for (let attempt = 0; attempt < 1200; attempt += 1) {
    if ((await ask(0)) >= incidents * 0.9) break;
    if (attempt === 1199) throw new Error('Expected the mart to hold what was made within ten minutes, got less.');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  for (let index = 0; index < rounds; index += 1) await ask(index);
  return residentMegabytes(machine.serverPid);
}

export async function benchOverview(machine: Machine, units: number[], incidents: number): Promise<Line> {
  const file = path.join(machine.dataFolder, 'mart.duckdb');
  const area = { units, pairs: [], ownUnits: [] };
  const mart = await openMart({ path: file, memoryMegabytes: 180, threads: 2, readers: 3 });
  const ours: number[] = [];
  try {
    // The first three rounds read the file from the disk: they are asked, on either side, but not counted.
    for (let index = -3; index < rounds; index += 1) {
      for (const statement of overviewStatements(requestOf(index + 3), area)) {
        const begun = performance.now();
        await runMeasure(mart, statement.measure, area);
        if (index >= 0) ours.push(performance.now() - begun);
      }
    }
  } finally {
    await mart.file.close();
  }
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY', threads: '2', memory_limit: '180MB' });
  const connection = await instance.connect();
  const bare: number[] = [];
  try {
    await connection.run("SET TimeZone = 'UTC'");
    for (let index = -3; index < rounds; index += 1) {
      for (const { sql, parameters } of overviewStatements(requestOf(index + 3), area)) {
        const { values, types } = bind(parameters);
        const begun = performance.now();
        await connection.runAndReadAll(sql, values, types);
        if (index >= 0) bare.push(performance.now() - begun);
      }
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  const [mine, theirs] = [percentile(ours, 0.95), percentile(bare, 0.95)];
  return {
    what: `Overview’s queries on ${incidents.toLocaleString('en')} incidents`,
    measured: `p50 ${milliseconds(percentile(ours, 0.5))}, p95 ${milliseconds(mine)}`,
    baseline: `p50 ${milliseconds(percentile(bare, 0.5))}, p95 ${milliseconds(theirs)} (bare DuckDB)`,
    goal: '95 % under 150 ms; at most 1.3 x bare + 15 ms',
    met: mine < 150 && mine <= theirs * 1.3 + 15,
  };
}

/** Compressed script that stands between a person and the board: what index.html loads, without what comes later. */
export function benchScript(): Line {
  const dist = path.join(root, 'packages/web/dist');
  if (!existsSync(path.join(dist, 'index.html'))) throw new Error('Expected a built web application, got none.');
  const html = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] as string);
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(dist, file))).length, 0);
  const all = readdirSync(path.join(dist, 'assets')).filter((file) => file.endsWith('.js')).length;
  return {
    what: 'compressed script before the board answers',
    measured: `${(bytes / 1000).toFixed(0)} kB in ${files.length} of ${all} files`,
    baseline: '',
    goal: 'under 300 kB',
    met: bytes < 300_000,
  };
}
