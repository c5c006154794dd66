import { numberingOf } from './digits.ts';
import type { Language } from './text.ts';

const locales: Record<Language, string> = { ar: 'ar-LB', en: 'en-GB', fr: 'fr-FR' };
/** For dates: month names as in the Levant, digits 0-9 or the Eastern ones where they were chosen. */
export const localeOf = (language: Language): string => `${locales[language]}-u-nu-${numberingOf(language)}`;

const numberLocales: Record<Language, string> = { ar: 'ar-EG', en: 'en-GB', fr: 'fr-FR' };
/** For numbers: with digits 0-9, in Arabic too, the same marks as the clocks and codes beside them (12,345.6). */
export const numberLocaleOf = (language: Language): string =>
  `${numberLocales[language]}-u-nu-${numberingOf(language)}`;

/** For clocks: 24 hours, to the second (`medium`) or the minute (`short`), the same in every language but for the digits. */
export const clockFormat = (language: Language, timeZone: string, timeStyle: 'short' | 'medium'): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(`en-GB-u-nu-${numberingOf(language)}`, { timeZone, timeStyle });

/** For a day: `25 Nov 2026`, the month as it is called in the Levant. */
export const dayFormat = (language: Language, timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(localeOf(language), { timeZone, day: 'numeric', month: 'short', year: 'numeric' });

/** For a day and its hour, of 24; to the second where `exact`. The browser's own time zone when none is given. */
export const momentFormat = (language: Language, timeZone: string | undefined, exact = false): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(localeOf(language), {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(exact && { second: '2-digit' }),
    hourCycle: 'h23',
  });
