import type { Dimension, Measure } from '@marsad/contract/analysis/measure.ts';

const STORED_RESOLUTION = 9;

/**
 * Returns SQL for the parent of an H3 cell of resolution 9: the four bits from 52 hold the resolution, and a digit of three
 * bits a level, unused ones all set (H3 index bit layout, mode 1).
 */
export function parentCell(column: string, resolution: number): string {
  let unused = 0n;
  for (let level = resolution + 1; level <= STORED_RESOLUTION; level++) unused |= 7n << BigInt(3 * (15 - level));
  const kept = ((1n << 64n) - 1n) ^ (15n << 52n);
  return `((${column} & ${kept}::UBIGINT) | ${(BigInt(resolution) << 52n) | unused}::UBIGINT)`;
}

const expressions: Record<Exclude<Dimension, 'h3'>, string> = {
  week: 'i.week_start',
  month: "date_trunc('month', i.local_date)::DATE",
  day: 'i.local_date',
  hour: 'i.local_hour',
  weekday: 'i.local_weekday',
  type: 'c.code',
  type_group: 'c.group_code',
  origin: 'i.origin::VARCHAR',
  room: 'c.room_id',
  station: 'c.station_id',
  priority: 'i.priority',
};

/** Returns the SQL of what a measure is broken down by, one expression a dimension, in its order. */
export function dimensionSql(measure: Pick<Measure, 'by' | 'h3Resolution'>): string[] {
  return measure.by.map((name) => (name === 'h3' ? parentCell('i.h3_9', measure.h3Resolution) : expressions[name]));
}

/** Returns a key as the contract gives it: dates as YYYY-MM-DD, cells as hexadecimal text, small integers as numbers. */
export function readKey(name: Dimension, value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'bigint') return name === 'h3' ? value.toString(16) : Number(value);
  if (typeof value === 'number' || typeof value === 'string') return value;
  throw new TypeError(`Expected a date, text or number as the key "${name}", got ${typeof value}.`);
}
