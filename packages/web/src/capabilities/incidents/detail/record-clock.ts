// Times of a record as its room's wall shows them. The record says its own day once; what lies on another says which.
import { clockFormat, localeOf } from '../../../platform/locales.ts';
import type { Language } from '../../../platform/text.ts';

export interface RecordClock {
  /** `14:00:05`, or `25 Nov 14:00:05` on another day than the record's. */
  format(at: Date): string;
  /** The same to the minute. */
  minutes(at: Date): string;
  /** Day and time, whatever the day: `24 Nov 2026 14:00:05`. */
  full(at: Date): string;
}

/** The clock of a record made at an instant, in its room's time zone. */
export function recordClock(madeAt: string, timeZone: string, language: Language): RecordClock {
  const seconds = clockFormat(language, timeZone, 'medium');
  const minutes = clockFormat(language, timeZone, 'short');
  const ofDay = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const shortDay = new Intl.DateTimeFormat(localeOf(language), { timeZone, day: 'numeric', month: 'short' });
  const longDay = new Intl.DateTimeFormat(localeOf(language), {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const day = ofDay.format(new Date(madeAt));
  const year = day.slice(0, 4);
  const dayed = (at: Date, time: Intl.DateTimeFormat): string => {
    const its = ofDay.format(at);
    if (its === day) return time.format(at);
    return `${(its.startsWith(year) ? shortDay : longDay).format(at)} ${time.format(at)}`;
  };
  return {
    format: (at) => dayed(at, seconds),
    minutes: (at) => dayed(at, minutes),
    full: (at) => `${longDay.format(at)} ${seconds.format(at)}`,
  };
}
