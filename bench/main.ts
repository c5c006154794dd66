// `npm run bench`: one table, each figure with its baseline of the same run, the load made on this same machine.
import os from 'node:os';
import pg from 'pg';
import { benchCreate, logIncident, recordStatements, type Target } from './create-incidents.ts';
import { benchImport } from './import-file.ts';
import { benchScreens } from './live-screens.ts';
import { type Machine, rooms, startMachine } from './machine.ts';
import { benchOverview, benchScript, warmServer } from './overview.ts';
import { createRecorder } from './recorder.ts';
import { type Line, printTable } from './table.ts';

const incidents = Number(process.env.BENCH_INCIDENTS ?? 1_000_000);
const lines: Line[] = [];
const step = (what: string): void => console.log(`${new Date().toISOString().slice(11, 19)} ${what}`);

async function idsOf(machine: Machine) {
  const client = new pg.Client({ connectionString: machine.ownerUrl });
  await client.connect();
  const units = await client.query('SELECT code, unit_id FROM org_unit');
  const type = await client.query("SELECT type_id FROM incident_type WHERE code = 'violence.fight'");
  const people = await client.query('SELECT person_id FROM person');
  const force = await client.query("SELECT array_agg(unit_id) AS ids FROM org_unit WHERE kind = 'force'");
  await client.end();
  return {
    units: new Map(units.rows.map((row) => [row.code as string, row.unit_id as number])),
    typeId: type.rows[0].type_id as number,
    people: new Set(people.rows.map((row) => row.person_id as string)),
    forces: force.rows[0].ids as number[],
  };
}

/** The statements of one command in each room, as the application sends them, recorded on the machine's own database. */
async function statementsOf(machine: Machine, targets: readonly Target[]) {
  const recorder = await createRecorder(machine);
  const found = new Map<Target, Awaited<ReturnType<typeof recordStatements>>>();
  try {
    for (const target of targets) found.set(target, await recordStatements(() => recorder.log(target)));
    return found;
  } finally {
    await recorder.close();
  }
}

console.log(
  `${os.cpus().length} x ${os.cpus()[0]?.model}, ${(os.totalmem() / 1e9).toFixed(0)} GB, Node ${process.version}`,
);
console.log(`Making a practice force of ${incidents} incidents...`);
const machine = await startMachine(incidents);
try {
  const ids = await idsOf(machine);
  const targets: Target[] = [];
  for (const room of rooms) {
    const cookie = await machine.signIn(`room.${room.toLowerCase()}`);
    targets.push({ cookie, roomId: ids.units.get(room) as number, typeId: ids.typeId });
  }
  step('the mart');
  const memory = await warmServer(machine, await machine.signIn('hq'), incidents);
  lines.push({
    what: `the server’s memory with ${incidents.toLocaleString('en')} incidents in the mart`,
    measured: memory === null ? '' : `${memory.now.toFixed(0)} MB, at most ${memory.most.toFixed(0)} MB`,
    baseline: '',
    goal: 'under 600 MB',
    met: memory === null ? null : memory.most < 600,
  });
  step('creating incidents');
  await logIncident(machine, targets[0] as Target);
  lines.push(...(await benchCreate(machine, targets, await statementsOf(machine, targets), ids.people)));
  step('live screens');
  lines.push(await benchScreens(machine, targets));
  step('import');
  lines.push(...(await benchImport(machine, await machine.signIn('analyst'))));
  await machine.stop();
  step('Overview');
  lines.push(await benchOverview(machine, ids.forces, incidents));
  lines.push(benchScript());
} finally {
  await machine.stop();
  machine.remove();
  // What was measured before something failed stands too.
  printTable(lines);
}
