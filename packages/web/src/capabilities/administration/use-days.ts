import { useContext, useMemo } from 'react';
import { localeOf } from '../../platform/locales.ts';
import { LanguageContext } from '../../platform/text.ts';

/** Writes a local date (yyyy-mm-dd), which is the same day wherever it is read. */
export function useDays(): (date: string) => string {
  const language = useContext(LanguageContext);
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' });
    return (date) => format.format(new Date(`${date}T00:00:00Z`));
  }, [language]);
}

/** The first day of what stands since before anybody wrote it down. */
export const isImmemorial = (date: string): boolean => date.startsWith('1900');
