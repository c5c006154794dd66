import { useContext, useMemo } from 'react';
import { localeOf } from '../../platform/locales.ts';
import { useSession } from '../../platform/session.ts';
import { LanguageContext } from '../../platform/text.ts';

/** Writes instants as day and time of the person's own unit. */
export function useMoments() {
  const language = useContext(LanguageContext);
  const { session, post } = useSession();
  const own = session.units.find((unit) => unit.unitId === post?.unitId) ?? session.units[0];
  const timeZone = own?.timeZone ?? 'UTC';
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(localeOf(language), { timeZone, dateStyle: 'medium' });
    const full = new Intl.DateTimeFormat(localeOf(language), { timeZone, dateStyle: 'medium', timeStyle: 'short' });
    const exact = new Intl.DateTimeFormat(localeOf(language), { timeZone, dateStyle: 'medium', timeStyle: 'medium' });
    const write = (format: Intl.DateTimeFormat) => (instant: string) => format.format(new Date(instant));
    return { day: write(day), moment: write(full), exact: write(exact), timeZone };
  }, [language, timeZone]);
}
