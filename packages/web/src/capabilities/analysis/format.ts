import type { LeftOutReason } from '@marsad/contract/analysis/measure.ts';
import { inDigits } from '../../platform/digits.ts';
import { localeOf, numberLocaleOf } from '../../platform/locales.ts';
import type { Language } from '../../platform/text.ts';
import { leftOutIn, sayIn } from './words.ts';

/** A whole number with its thousands set apart. */
export const countIn = (language: Language, value: number): string =>
  new Intl.NumberFormat(numberLocaleOf(language)).format(value);

/** A share of 0 to 1 as a percentage with one decimal; a dash for what is not known. */
export const shareIn = (language: Language, value: number | null | undefined): string =>
  value === null || value === undefined
    ? '–'
    : new Intl.NumberFormat(numberLocaleOf(language), { style: 'percent', maximumFractionDigits: 1 }).format(value);

/** How many of all are shown, in a sentence. */
export const shareSaid = (language: Language, sentence: 'drawnOf' | 'rowsOf', shown: number, all: number): string =>
  sayIn(language, sentence).replace('{shown}', countIn(language, shown)).replace('{all}', countIn(language, all));

/** Seconds as m:ss, from an hour on as h:mm:ss; a dash for what is not known: never a false 0:00. */
export function duration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return '–';
  const whole = Math.round(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return inDigits(hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`);
}

/** A date of YYYY-MM-DD in words, short. */
export const dayIn = (language: Language, date: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));

/** A date of YYYY-MM-DD without its year. */
export const shortDayIn = (language: Language, date: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

/** A month in words, with its year when it is asked for. */
export const monthIn = (language: Language, date: string, withYear: boolean): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    month: 'short',
    ...(withYear && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));

/** An instant in a time zone, which it names. */
export const momentIn = (language: Language, instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'shortOffset',
  }).format(new Date(instant));

/** What was left out by reason, as one line. */
export function leftOutListIn(language: Language, leftOut: Partial<Record<LeftOutReason, number>>): string {
  const said = Object.entries(leftOut).map(
    ([reason, count]) => `${leftOutIn(language, reason as LeftOutReason)} ${countIn(language, count ?? 0)}`,
  );
  return said.length > 0 ? said.join(language === 'ar' ? '، ' : ', ') : sayIn(language, 'none');
}

/** Names of the days of the week, Monday first. */
export const weekdaysIn = (language: Language): string[] =>
  Array.from({ length: 7 }, (_, index) =>
    new Intl.DateTimeFormat(localeOf(language), { weekday: 'short', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2024, 0, 1 + index)),
    ),
  );
