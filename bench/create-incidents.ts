// Logging incidents through HTTP against the very statements of one such command, sent by the bare driver.

import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import pg from 'pg';
import type { Machine } from './machine.ts';
import { type Line, milliseconds, percentile } from './table.ts';

const clients = 32;
const seconds = 10;

interface Statement {
  text: string;
  values: unknown[];
}

export interface Target {
  cookie: string;
  roomId: number;
  typeId: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 2_000 });

/** Logs one incident; returns how long it took, milliseconds. */
export function logIncident(machine: Machine, target: Target, place = 'bench'): Promise<number> {
  const body = JSON.stringify({
    commandId: randomUUID(),
    incidentId: randomUUID(),
    roomId: target.roomId,
    typeId: target.typeId,
    placeText: place,
    narrative: 'five people in the square',
    longitude: 35.5,
    latitude: 33.9,
  });
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const call = request(
      `${machine.address}/api/incidents`,
      { method: 'POST', agent, headers: { cookie: target.cookie, 'content-type': 'application/json' } },
      (answer) => {
        answer.resume();
        answer.on('end', () =>
          answer.statusCode === 200
            ? resolve(performance.now() - begun)
            : reject(new Error(`Expected an incident, got ${answer.statusCode}.`)),
        );
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

/** Runs `once` from `workers` loops for some seconds; returns how many a second were done. */
async function rate(workers: number, once: () => Promise<unknown>): Promise<number> {
  let done = 0;
  const begun = performance.now();
  const end = begun + seconds * 1000;
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (performance.now() < end) {
        await once();
        done += 1;
      }
    }),
  );
  return (done / (performance.now() - begun)) * 1000;
}

/** Requests at a fixed rate, whatever the answers: what a room would do. Returns the times. */
async function atRate(perSecond: number, once: () => Promise<number>): Promise<number[]> {
  const times: Promise<number>[] = [];
  const begun = performance.now();
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const due = begun + (index * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    times.push(once());
  }
  return Promise.all(times);
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The recorded statements again, with the next number and new ids but for those `kept`, in one transaction. */
async function replay(pool: pg.Pool, statements: readonly Statement[], kept: ReadonlySet<string>): Promise<void> {
  const client = await pool.connect();
  const ids = new Map<string, string>();
  let serial: string | null = null;
  const renew = (value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    const text = value.replace(uuid, (id) => {
      if (kept.has(id)) return id;
      const fresh = ids.get(id) ?? randomUUID();
      ids.set(id, fresh);
      return fresh;
    });
    return serial === null ? text : text.replace(/\b([A-Z]{3}-\d\d-)\d{6}\b/g, `$1${serial}`);
  };
  try {
    for (const { text, values } of statements) {
      const answer = await client.query(text, values.map(renew));
      const next = answer.rows?.[0]?.last_serial;
      if (next !== undefined) serial = String(next).padStart(6, '0');
    }
  } finally {
    client.release();
  }
}

/** Records the statements of one command by listening on the driver of an application in this process. */
export async function recordStatements(command: () => Promise<unknown>): Promise<Statement[]> {
  const { query } = pg.Client.prototype;
  const byClient = new Map<unknown, Statement[]>();
  pg.Client.prototype.query = function record(this: pg.Client, ...given: unknown[]) {
    const [first, second] = given;
    const text = typeof first === 'string' ? first : (first as { text?: string })?.text;
    if (text !== undefined) {
      const list = byClient.get(this) ?? [];
      byClient.set(this, list);
      const values = Array.isArray(second) ? second : ((first as { values?: unknown[] })?.values ?? []);
      if (/^begin/i.test(text)) list.length = 0;
      list.push({ text, values: [...values] });
    }
    return (query as (...all: unknown[]) => unknown).apply(this, given);
  } as never;
  try {
    await command();
  } finally {
    pg.Client.prototype.query = query;
  }
  const found = [...byClient.values()].find((list) => list.some((one) => /insert into "incident"/i.test(one.text)));
  if (!found) throw new Error('Expected the statements of a command, got none.');
  const commit = found.findIndex((one) => /^commit/i.test(one.text));
  return found.slice(0, commit + 1);
}

export async function benchCreate(
  machine: Machine,
  targets: readonly Target[],
  statements: ReadonlyMap<Target, readonly Statement[]>,
  kept: ReadonlySet<string>,
): Promise<Line[]> {
  const pool = new pg.Pool({ connectionString: machine.runtimeUrl, max: 20, options: '-c timezone=UTC' });
  try {
    const over: number[] = [];
    const bare: number[] = [];
    let turn = 0;
    const next = (): Target => targets[turn++ % targets.length] as Target;
    for (let round = 0; round < 2; round += 1) {
      over.push(await rate(clients, () => logIncident(machine, next())));
      bare.push(await rate(clients, () => replay(pool, statements.get(next()) ?? [], kept)));
    }
    const [ours, theirs] = [Math.max(...over), Math.max(...bare)];
    const times = await atRate(50, () => logIncident(machine, next()));
    return [
      {
        what: `create an incident through HTTP, ${clients} clients, ${targets.length} rooms`,
        measured: `${ours.toFixed(0)} a second`,
        baseline: `${theirs.toFixed(0)} a second (bare driver, same statements)`,
        goal: 'at least half, over 100 a second',
        met: ours >= theirs / 2 && ours > 100,
      },
      {
        what: 'create an incident at 50 a second',
        measured: `p50 ${milliseconds(percentile(times, 0.5))}, p99 ${milliseconds(percentile(times, 0.99))}`,
        baseline: '',
        goal: '99 % under 100 ms',
        met: percentile(times, 0.99) < 100,
      },
    ];
  } finally {
    await pool.end();
  }
}
