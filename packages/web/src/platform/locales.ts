import type { Language } from './text.ts';

const locales: Record<Language, string> = { ar: 'ar-LB-u-nu-latn', en: 'en-GB', fr: 'fr-FR' };
/** For dates: month names as in the Levant, digits 0-9. */
export const localeOf = (language: Language): string => locales[language];

const numberLocales: Record<Language, string> = { ar: 'ar-EG-u-nu-latn', en: 'en-GB', fr: 'fr-FR' };
/** For numbers: digits 0-9 and, in Arabic, the same marks as the clocks and codes beside them (12,345.6). */
export const numberLocaleOf = (language: Language): string => numberLocales[language];
