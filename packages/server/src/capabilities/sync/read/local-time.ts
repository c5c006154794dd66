// Local times of a file in UTC. The stated rule at daylight saving: a time that the clocks skipped is moved forward by
// the gap; of a time that came twice the first is taken. Both are counted.
import { Temporal } from 'temporal-polyfill';
import { RowError } from './row-error.ts';

const tokens: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{1,2})',
  hh: '(?<hour12>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  A: '(?<half>[AaPp][Mm])',
};

export interface LocalTimes {
  /** Returns the instant in ISO. Throws a RowError with reason `time.format` for what the format does not say. */
  read(text: string, column: string): string;
  counts: { gaps: number; overlaps: number };
}

interface Hour {
  offsetMilliseconds: number;
  kind: 'plain' | 'gap' | 'overlap';
}

/** Makes a reader of times in one format and zone. Offsets are looked up once for each minute that is not like its hour. */
export function localTimes(format: string, timeZone: string): LocalTimes {
  const pattern = new RegExp(
    `^${format
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/YYYY|MM|DD|HH|hh|mm|ss|A/g, (token) => tokens[token] ?? token)}$`,
  );
  const hours = new Map<number, Hour>();
  const counts = { gaps: 0, overlaps: 0 };
  // Changes of the clocks happen on whole quarters of an hour: that long an offset holds.
  const offsetAt = (local: number): Hour => {
    const quarter = Math.floor(local / 900_000);
    const known = hours.get(quarter);
    if (known) return known;
    if (hours.size > 200_000) hours.clear();
    const found = lookUp(quarter * 900_000, timeZone);
    hours.set(quarter, found);
    return found;
  };
  return {
    counts,
    read(text, column) {
      const parts = pattern.exec(text)?.groups;
      const local = parts && localMilliseconds(parts);
      if (local === undefined) throw new RowError('time.format', column, text);
      const hour = offsetAt(local);
      if (hour.kind === 'gap') counts.gaps += 1;
      if (hour.kind === 'overlap') counts.overlaps += 1;
      return new Date(local - hour.offsetMilliseconds).toISOString();
    },
  };
}

function localMilliseconds(parts: Record<string, string | undefined>): number | undefined {
  const number = (name: string, fallback: number): number =>
    parts[name] === undefined ? fallback : Number(parts[name]);
  let hour = number('hour', 0);
  if (parts.hour12 !== undefined) {
    const twelve = Number(parts.hour12);
    if (twelve < 1 || twelve > 12) return undefined;
    hour = (twelve % 12) + (parts.half?.toLowerCase() === 'pm' ? 12 : 0);
  }
  const [year, month, day] = [number('year', 0), number('month', 1), number('day', 1)];
  const [minute, second] = [number('minute', 0), number('second', 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  const made = new Date(local);
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day ? local : undefined;
}

function lookUp(local: number, timeZone: string): Hour {
  const plain = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime();
  const earlier = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(timeZone, { disambiguation: 'later' });
  const offset = (zoned: Temporal.ZonedDateTime): number => zoned.offsetNanoseconds / 1_000_000;
  if (earlier.epochMilliseconds === later.epochMilliseconds)
    return { offsetMilliseconds: offset(earlier), kind: 'plain' };
  // In a gap `later` is the time moved forward: the offset from before the change, applied to the written time.
  if (earlier.toPlainDateTime().equals(plain)) return { offsetMilliseconds: offset(earlier), kind: 'overlap' };
  return { offsetMilliseconds: offset(earlier), kind: 'gap' };
}
