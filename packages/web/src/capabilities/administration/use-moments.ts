import { useContext, useMemo } from 'react';
import { dayFormat, momentFormat } from '../../platform/locales.ts';
import { zoneIn } from '../../platform/own-zone.ts';
import { useSession } from '../../platform/session.ts';
import { LanguageContext } from '../../platform/text.ts';

/** Writes instants as day and time of the person's own unit. */
export function useMoments() {
  const language = useContext(LanguageContext);
  const timeZone = zoneIn(useSession());
  return useMemo(() => {
    const day = dayFormat(language, timeZone);
    const full = momentFormat(language, timeZone);
    const exact = momentFormat(language, timeZone, true);
    const write = (format: Intl.DateTimeFormat) => (instant: string) => format.format(new Date(instant));
    return { day: write(day), moment: write(full), exact: write(exact), timeZone };
  }, [language, timeZone]);
}
