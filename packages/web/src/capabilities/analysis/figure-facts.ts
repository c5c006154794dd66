import type { Measure } from '@marsad/contract/analysis/measure.ts';
import type { Language } from '../../platform/text.ts';
import type { FigureNames } from './figure-names.ts';
import { dayIn } from './format.ts';
import { type AnalysisWord, priorityIn, sayIn } from './words.ts';

/** What a measure looks at, in words: its period and area, and what else was chosen. */
export function factsOf(
  language: Language,
  { filters }: Measure,
  { unitName, typeName }: FigureNames,
): [AnalysisWord, string][] {
  const list = (names: readonly string[]) => new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  const facts: [AnalysisWord, string][] = [
    ['period', `${dayIn(language, filters.from)} – ${dayIn(language, filters.to)}`],
    ['area', filters.units?.length ? list(filters.units.map(unitName)) : sayIn(language, 'allAreas')],
  ];
  if (filters.typeCodes?.length) facts.push(['type', list(filters.typeCodes.map(typeName))]);
  if (filters.origin) facts.push(['origin', sayIn(language, filters.origin)]);
  if (filters.priorities?.length)
    facts.push(['priority', list(filters.priorities.map((one) => priorityIn(language, one)))]);
  return facts;
}
