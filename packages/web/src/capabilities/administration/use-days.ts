import { useContext, useMemo } from 'react';
import { dayFormat } from '../../platform/locales.ts';
import { LanguageContext } from '../../platform/text.ts';

/** Writes a local date (yyyy-mm-dd), which is the same day wherever it is read. */
export function useDays(): (date: string) => string {
  const language = useContext(LanguageContext);
  return useMemo(() => {
    const format = dayFormat(language, 'UTC');
    return (date) => format.format(new Date(`${date}T00:00:00Z`));
  }, [language]);
}

/** The first day of what stands since before anybody wrote it down. */
export const isImmemorial = (date: string): boolean => date.startsWith('1900');
