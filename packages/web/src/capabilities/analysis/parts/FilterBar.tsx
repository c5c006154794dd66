import type { MeasureFilters } from '@marsad/contract/analysis/measure.ts';
import { useContext } from 'react';
import type { Session } from '../../../platform/session.ts';
import { LanguageContext, nameIn } from '../../../platform/text.ts';
import { daysBefore } from '../overview-filters.ts';
import type { Reference } from '../use-overview.ts';
import { type AnalysisWord, sayIn } from '../words.ts';

interface Props {
  filters: MeasureFilters;
  choose(filters: MeasureFilters): void;
  session: Session | null;
  reference: Reference | null;
}

const periods: [AnalysisWord, number][] = [
  ['weeks4', 27],
  ['weeks13', 90],
  ['year', 364],
  ['years10', 3652],
];

/** What the page looks at: period, area, type, origin, priority. Every choice is a new address. */
export function FilterBar({ filters, choose, session, reference }: Props) {
  const language = useContext(LanguageContext);
  const today = new Date().toISOString().slice(0, 10);
  const { units: _units, typeCodes: _types, origin: _origin, ...rest } = filters;
  const chosen = filters.priorities ?? [];
  const toggle = (priority: 1 | 2 | 3 | 4) =>
    chosen.includes(priority) ? chosen.filter((one) => one !== priority) : [...chosen, priority].sort();
  const areas = (session?.units ?? []).filter((unit) =>
    ['force', 'command_centre', 'operations_room', 'station'].includes(unit.kind),
  );
  return (
    <form className="filters" onSubmit={(event) => event.preventDefault()}>
      <label>
        {sayIn(language, 'from')}
        <input
          type="date"
          value={filters.from}
          max={filters.to}
          onChange={(event) => event.target.value && choose({ ...filters, from: event.target.value })}
        />
      </label>
      <label>
        {sayIn(language, 'to')}
        <input
          type="date"
          value={filters.to}
          min={filters.from}
          onChange={(event) => event.target.value && choose({ ...filters, to: event.target.value })}
        />
      </label>
      <fieldset>
        {periods.map(([word, days]) => (
          <button
            key={word}
            type="button"
            className="chip"
            aria-pressed={filters.to === today && filters.from === daysBefore(today, days)}
            onClick={() => choose({ ...filters, from: daysBefore(today, days), to: today })}
          >
            {sayIn(language, word)}
          </button>
        ))}
      </fieldset>
      <label>
        {sayIn(language, 'area')}
        <select
          value={filters.units?.[0] ?? ''}
          onChange={(event) => {
            const { units: _, ...others } = filters;
            choose(event.target.value ? { ...others, units: [Number(event.target.value)] } : others);
          }}
        >
          <option value="">{sayIn(language, 'allAreas')}</option>
          {areas.map((unit) => (
            <option key={unit.unitId} value={unit.unitId}>
              {nameIn(language, unit)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {sayIn(language, 'type')}
        <select
          value={filters.typeCodes?.[0] ?? ''}
          onChange={(event) => {
            const { typeCodes: _, ...others } = filters;
            choose(event.target.value ? { ...others, typeCodes: [event.target.value] } : others);
          }}
        >
          <option value="">{sayIn(language, 'allTypes')}</option>
          {(reference?.types ?? []).map((type) => (
            <option key={type.typeId} value={type.code}>
              {type.parentId === null ? nameIn(language, type) : `\u2003${nameIn(language, type)}`}
            </option>
          ))}
        </select>
      </label>
      <label>
        {sayIn(language, 'origin')}
        <select
          value={filters.origin ?? 'both'}
          onChange={(event) =>
            choose({
              ...rest,
              ...(filters.units && { units: filters.units }),
              ...(filters.typeCodes && { typeCodes: filters.typeCodes }),
              ...(event.target.value !== 'both' && { origin: event.target.value as 'reported' | 'police_initiated' }),
            })
          }
        >
          {(['both', 'reported', 'police_initiated'] as const).map((origin) => (
            <option key={origin} value={origin}>
              {sayIn(language, origin)}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>{sayIn(language, 'priority')}</legend>
        {([1, 2, 3, 4] as const).map((priority) => (
          <button
            key={priority}
            type="button"
            className="chip"
            aria-pressed={chosen.includes(priority)}
            onClick={() => choose({ ...filters, priorities: toggle(priority) })}
          >
            {priority}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
