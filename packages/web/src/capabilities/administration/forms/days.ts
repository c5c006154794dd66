import { localeOf } from '../../../platform/locales.ts';
import type { Language } from '../../../platform/text.ts';

/** Today's date in a time zone, as yyyy-mm-dd. */
export const todayIn = (timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date());

/** A local date (yyyy-mm-dd) as a person reads it. */
export const dayText = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { timeZone: 'UTC', dateStyle: 'medium' }).format(
    new Date(`${day}T00:00:00Z`),
  );
