import { useContext, useMemo } from 'react';
import { localeOf } from '../../platform/locales.ts';
import { zoneIn } from '../../platform/own-zone.ts';
import { useSession } from '../../platform/session.ts';
import { LanguageContext } from '../../platform/text.ts';

/** Writes instants as day and time of the person's own unit. */
export function useMoments() {
  const language = useContext(LanguageContext);
  const timeZone = zoneIn(useSession());
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(localeOf(language), { timeZone, dateStyle: 'medium' });
    const full = new Intl.DateTimeFormat(localeOf(language), {
      timeZone,
      dateStyle: 'medium',
      timeStyle: 'short',
      hourCycle: 'h23',
    });
    const exact = new Intl.DateTimeFormat(localeOf(language), {
      timeZone,
      dateStyle: 'medium',
      timeStyle: 'medium',
      hourCycle: 'h23',
    });
    const write = (format: Intl.DateTimeFormat) => (instant: string) => format.format(new Date(instant));
    return { day: write(day), moment: write(full), exact: write(exact), timeZone };
  }, [language, timeZone]);
}
