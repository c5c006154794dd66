import type { ListedIncident } from '@marsad/contract/incidents/list-incidents.ts';
import { useMemo } from 'react';
import { localeOf } from '../../../platform/locales.ts';
import { zoneIn } from '../../../platform/own-zone.ts';
import { useSession } from '../../../platform/session.ts';
import { nameIn } from '../../../platform/text.ts';
import { useEvery } from '../board/use-second.ts';
import type { Reference } from '../reference.ts';
import type { CellContext } from './cells.tsx';
import { useListText } from './words.ts';

/** What the cells are drawn with; times are those of each incident's room. */
export function useCells(reference: Reference | null): CellContext {
  const { say, language } = useListText();
  const { session, post } = useSession();
  const now = useEvery(15);
  return useMemo(() => {
    const units = new Map(session.units.map((unit) => [unit.unitId, unit]));
    const types = new Map(reference?.types.map((type) => [type.typeId, nameIn(language, type)]));
    const dispositions = new Map(reference?.dispositions.map((one) => [one.dispositionId, nameIn(language, one)]));
    const formats = new Map<string, Intl.DateTimeFormat>();
    const thisYear = new Date(now).getUTCFullYear();
    // Of this year the year goes without saying.
    const formatOf = (timeZone: string, at: Date) => {
      const older = at.getUTCFullYear() !== thisYear;
      const key = `${timeZone} ${older}`;
      const format =
        formats.get(key) ??
        new Intl.DateTimeFormat(localeOf(language), {
          timeZone,
          day: 'numeric',
          month: 'short',
          ...(older && { year: 'numeric' }),
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        });
      formats.set(key, format);
      return format;
    };
    return {
      language,
      say,
      now,
      typeName: (typeId) => types.get(typeId) ?? '',
      unitName: (unitId) => {
        const unit = unitId === null ? undefined : units.get(unitId);
        return unit ? nameIn(language, unit) : '';
      },
      dispositionName: (dispositionId) => dispositions.get(dispositionId ?? -1) ?? '',
      moment: (row: ListedIncident) => {
        const at = new Date(row.createdAt);
        return formatOf(zoneIn({ session, post }, row.roomId), at).format(at);
      },
    };
  }, [session, post, reference, language, say, now]);
}
