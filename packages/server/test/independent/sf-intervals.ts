// INVARIANT: this file shares nothing with the product: no import of ours, no SQL, no quantile of ours. It reads the raw file
// and works the intervals out by their definitions, so that the product's figures have something to be wrong against.
//
// Clocks: Received = call started, Entry = created, Dispatch = assigned, Response = en route, On Scene, Available = cleared;
// nothing in the file says when a call was answered. Times are local and without a zone; in these two weeks no clock was
// put forward or back, so differences of local times are differences of time.
import { readFileSync } from 'node:fs';

export type IntervalName =
  | 'answer'
  | 'processing'
  | 'queue'
  | 'turnout'
  | 'travel'
  | 'response'
  | 'on_scene'
  | 'unit_consumed'
  | 'total_consumed';

export interface IntervalFigures {
  count: number;
  median: number | null;
  p90: number | null;
  withinEightMinutes: number;
  clockMissing: number;
  impossibleOrder: number;
}

/** Splits RFC 4180 text into records of fields. */
function splitCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quoted) {
      if (character === '"' && text.charAt(at + 1) === '"') {
        field += '"';
        at++;
      } else if (character === '"') quoted = false;
      else field += character;
    } else if (character === '"') quoted = true;
    else if (character === ',') {
      record.push(field);
      field = '';
    } else if (character === '\n') {
      record.push(field.replace(/\r$/, ''));
      records.push(record);
      record = [];
      field = '';
    } else field += character;
  }
  if (field !== '' || record.length > 0) records.push([...record, field]);
  return records;
}

/** Returns the rows of the raw file by column name. */
function readRows(path: string): Record<string, string>[] {
  const [header = [], ...records] = splitCsv(readFileSync(path, 'utf8'));
  return records.map((record) => Object.fromEntries(header.map((name, index) => [name.trim(), record[index] ?? ''])));
}

/** Returns seconds of a local time "MM/DD/YYYY hh:mm:ss AM" on an arbitrary count, or null for none. */
function localSeconds(text: string | undefined): number | null {
  const parts = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d):(\d\d) (AM|PM)$/.exec(text ?? '');
  if (!parts) return null;
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  return Date.UTC(year, month - 1, day, (hour % 12) + (parts[7] === 'PM' ? 12 : 0), minute, second) / 1000;
}

const from = (start: number | null, end: number | null) => (start === null || end === null ? null : end - start);
const earliest = (times: (number | null)[]) => {
  const known = times.filter((time) => time !== null);
  return known.length > 0 ? Math.min(...known) : null;
};
// Where two units arrive in the same second, the one sent first, then the one that left first, then the one free first.
const order = (a: number | null, b: number | null) =>
  (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY) || 0;

function intervalsOf(rows: Record<string, string>[]): Record<IntervalName, number | null> {
  const units = rows.map((row) => ({
    assigned: localSeconds(row['Dispatch DtTm']),
    enRoute: localSeconds(row['Response DtTm']),
    onScene: localSeconds(row['On Scene DtTm']),
    cleared: localSeconds(row['Available DtTm']),
  }));
  const created = localSeconds(rows[0]?.['Entry DtTm']);
  const dispatched = earliest(units.map((unit) => unit.assigned));
  const arrived = units
    .filter((unit) => unit.onScene !== null)
    .sort(
      (a, b) =>
        order(a.onScene, b.onScene) ||
        order(a.assigned, b.assigned) ||
        order(a.enRoute, b.enRoute) ||
        order(a.cleared, b.cleared),
    )[0];
  const consumed = units.map((unit) => from(unit.enRoute ?? unit.assigned, unit.cleared));
  // One unit whose times run backwards spoils the sum; so does one whose times are not all known.
  const backwards = consumed.some((time) => time !== null && time < 0);
  const lacking = consumed.some((time) => time === null);
  return {
    answer: null,
    processing: null,
    queue: from(created, dispatched),
    turnout: arrived ? from(arrived.assigned, arrived.enRoute) : null,
    travel: arrived ? from(arrived.enRoute, arrived.onScene) : null,
    response: from(created, arrived?.onScene ?? null),
    on_scene: arrived ? from(arrived.onScene, arrived.cleared) : null,
    unit_consumed: arrived ? from(arrived.enRoute ?? arrived.assigned, arrived.cleared) : null,
    total_consumed: backwards ? -1 : lacking ? null : consumed.reduce<number>((sum, time) => sum + (time ?? 0), 0),
  };
}

function quantile(sorted: number[], p: number): number | null {
  if (sorted.length === 0) return null;
  const place = p * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? 0;
  return low + (place - Math.floor(place)) * (high - low);
}

/** A call as the file gives it: what filters may ask of it. */
export interface RawCall {
  battalion: string;
  stationArea: string;
  type: string;
  finalPriority: string;
  /** Local date of Entry DtTm, YYYY-MM-DD. */
  day: string;
}

function rawCallOf(rows: Record<string, string>[]): RawCall {
  const [row = {}] = rows;
  const [month, day, year] = (row['Entry DtTm'] ?? '').slice(0, 10).split('/');
  return {
    battalion: row.Battalion ?? '',
    stationArea: row['Station Area'] ?? '',
    type: row['Call Type'] ?? '',
    finalPriority: row['Final Priority'] ?? '',
    day: `${year}-${month}-${day}`,
  };
}

export interface CallFigures {
  incidents: number;
  cancelled: number;
  figures: Record<IntervalName, IntervalFigures>;
}

type Calls = Record<string, string>[][];

/** Reads the file once: its calls, each with its rows. */
export function readCalls(path: string): Calls {
  const byIncident = new Map<string, Record<string, string>[]>();
  for (const row of readRows(path)) {
    const key = row['Incident Number'] ?? '';
    const rows = byIncident.get(key);
    if (rows) rows.push(row);
    else byIncident.set(key, [row]);
  }
  return [...byIncident.values()];
}

/** Every value of something among the calls, each once. */
export const valuesOf = (calls: Calls, of: (call: RawCall) => string): string[] =>
  [...new Set(calls.map((rows) => of(rawCallOf(rows))))].sort();

/**
 * Returns the figures of every interval over the calls that `wanted` takes (all when absent). All incidents are reported ones
 * and none is on hold; those whose final disposition says that they were cancelled are left out and counted.
 */
export function sanFranciscoIntervals(all: Calls, wanted: (call: RawCall) => boolean = () => true): CallFigures {
  const calls = all.filter((rows) => wanted(rawCallOf(rows)));
  const stood = calls.filter((rows) => rows[0]?.['Call Final Disposition'] !== 'Cancelled');
  const found = stood.map(intervalsOf);
  const figuresOf = (name: IntervalName): IntervalFigures => {
    const values = found.map((one) => one[name]);
    const good = values.filter((value) => value !== null && value >= 0).sort((a, b) => (a ?? 0) - (b ?? 0)) as number[];
    return {
      count: good.length,
      median: quantile(good, 0.5),
      p90: quantile(good, 0.9),
      withinEightMinutes: good.filter((value) => value <= 480).length,
      clockMissing: values.filter((value) => value === null).length,
      impossibleOrder: values.filter((value) => value !== null && value < 0).length,
    };
  };
  return {
    incidents: calls.length,
    cancelled: calls.length - stood.length,
    figures: {
      answer: figuresOf('answer'),
      processing: figuresOf('processing'),
      queue: figuresOf('queue'),
      turnout: figuresOf('turnout'),
      travel: figuresOf('travel'),
      response: figuresOf('response'),
      on_scene: figuresOf('on_scene'),
      unit_consumed: figuresOf('unit_consumed'),
      total_consumed: figuresOf('total_consumed'),
    },
  };
}
