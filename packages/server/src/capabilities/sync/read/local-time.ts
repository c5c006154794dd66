// Local times of a file in UTC. The stated rule at daylight saving: a time that the clocks skipped is moved forward by
// the gap; of a time that came twice the first is taken. Both are counted.
import { Temporal } from 'temporal-polyfill';
import { monthOf } from './month-names.ts';
import { RowError } from './row-error.ts';
import { plainDigits } from './written-numbers.ts';

const tokens: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<year2>\\d{2})',
  MMMM: '(?<monthName>[\\p{L}\\p{M}.]+(?: (?:الأول|الاول|الثاني))?)',
  MM: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{1,2})',
  hh: '(?<hour12>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  A: '(?<half>[AaPp]\\.?[Mm]\\.?|[صم])',
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

// How a true date of a workbook is handed on, whatever the format of its text.
const ofWorkbook = 'YYYY-MM-DDTHH:mm:ss';

const patternOf = (format: string): RegExp =>
  new RegExp(
    `^${format
      .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
      .replace(/MMMM|YYYY|YY|MM|DD|HH|hh|mm|ss|A/g, (token) => tokens[token] ?? token)}$`,
    'u',
  );

/**
 * Makes a reader of times in one zone; of several formats the first that fits counts. Digits may be Arabic. Offsets are
 * looked up once for each quarter of an hour.
 */
export function localTimes(
  format: string | readonly string[],
  timeZone: string,
  counts = { gaps: 0, overlaps: 0 },
): LocalTimes {
  const formats = typeof format === 'string' ? [format] : format;
  const patterns = [...formats, ofWorkbook].map(patternOf);
  const hours = new Map<number, Hour>();
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
      const local = localOf(patterns, text);
      if (local === undefined) throw new RowError('time.format', column, text);
      const hour = offsetAt(local);
      if (hour.kind === 'gap') counts.gaps += 1;
      if (hour.kind === 'overlap') counts.overlaps += 1;
      return new Date(local - hour.offsetMilliseconds).toISOString();
    },
  };
}

function localOf(patterns: readonly RegExp[], text: string): number | undefined {
  const plain = plainDigits(text);
  for (const pattern of patterns) {
    const parts = pattern.exec(plain)?.groups;
    const local = parts && localMilliseconds(parts);
    if (local !== undefined) return local;
  }
  return undefined;
}

// A year of two digits lies between 1970 and 2069.
const fullYear = (two: number): number => (two < 70 ? 2000 : 1900) + two;

function localMilliseconds(parts: Record<string, string | undefined>): number | undefined {
  const number = (name: string, fallback: number): number =>
    parts[name] === undefined ? fallback : Number(parts[name]);
  let hour = number('hour', 0);
  if (parts.hour12 !== undefined) {
    const twelve = Number(parts.hour12);
    if (twelve < 1 || twelve > 12) return undefined;
    hour = (twelve % 12) + (/^[pم]/i.test(parts.half ?? '') ? 12 : 0);
  }
  const month = parts.monthName === undefined ? number('month', 1) : monthOf(parts.monthName);
  if (month === undefined) return undefined;
  const year = parts.year2 === undefined ? number('year', 0) : fullYear(Number(parts.year2));
  // The calendar of JavaScript takes years below 100 for those of the last century.
  if (year < 100) return undefined;
  const day = number('day', 1);
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
