import type { MeasureFilters } from '@marsad/contract/analysis/measure.ts';
import { useContext, useMemo } from 'react';
import type { Session } from '../../../platform/session.ts';
import { LanguageContext } from '../../../platform/text.ts';
import { TreePicker } from '../../../ui/TreePicker.tsx';
import { areaNodes, typeNodes } from '../filter-nodes.ts';
import { daysBefore } from '../overview-filters.ts';
import type { Reference } from '../use-overview.ts';
import { type AnalysisWord, priorityIn, sayIn } from '../words.ts';

interface Props {
  filters: MeasureFilters;
  choose(filters: MeasureFilters): void;
  /** The day it is where the force is. */
  today: string;
  session: Session;
  reference: Reference | null;
}

const none: readonly never[] = [];

const periods: [AnalysisWord, number][] = [
  ['weeks4', 27],
  ['weeks13', 90],
  ['year', 364],
  ['years10', 3652],
];

/** What the page looks at: period, area, type, origin, priority. Every choice is a new address. */
export function FilterBar({ filters, choose, today, session, reference }: Props) {
  const language = useContext(LanguageContext);
  const { units: _units, typeCodes: _types, origin: _origin, ...rest } = filters;
  const kept = (...names: ('units' | 'typeCodes' | 'origin')[]): Partial<MeasureFilters> =>
    Object.fromEntries(names.flatMap((name) => (filters[name] === undefined ? [] : [[name, filters[name]]])));
  const chosen = filters.priorities ?? [];
  const toggle = (priority: 1 | 2 | 3 | 4) =>
    chosen.includes(priority) ? chosen.filter((one) => one !== priority) : [...chosen, priority].sort();
  const areas = useMemo(() => areaNodes(session.units, language), [session.units, language]);
  const types = useMemo(() => typeNodes(reference?.types ?? none, language), [reference, language]);
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
      <TreePicker
        label={sayIn(language, 'area')}
        allLabel={sayIn(language, 'allAreas')}
        nodes={areas}
        chosen={filters.units ?? none}
        choose={(units) => choose({ ...rest, ...(units.length > 0 && { units }), ...kept('typeCodes', 'origin') })}
        openDepth={2}
      />
      <TreePicker
        label={sayIn(language, 'type')}
        allLabel={sayIn(language, 'allTypes')}
        nodes={types}
        chosen={filters.typeCodes ?? none}
        choose={(typeCodes) =>
          choose({ ...rest, ...(typeCodes.length > 0 && { typeCodes }), ...kept('units', 'origin') })
        }
        openDepth={0}
      />
      <label>
        {sayIn(language, 'origin')}
        <select
          value={filters.origin ?? 'both'}
          onChange={(event) =>
            choose({
              ...rest,
              ...kept('units', 'typeCodes'),
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
            {priorityIn(language, priority)}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
