// The filters stand in the page's address: a link shows a colleague the same thing.
import type { MeasureFilters } from '@marsad/contract/analysis/measure.ts';
import { isDay } from '../../platform/room-time.ts';

/** Returns the date `days` before `today`, both as YYYY-MM-DD. */
export function daysBefore(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** Reads filters from an address. What is absent or not readable is the default: the last 52 weeks of everything. */
export function readFilters(search: string, today: string): MeasureFilters {
  const given = new URLSearchParams(search);
  const from = given.get('from');
  const to = given.get('to');
  const units = numbers(given.get('unit'));
  const priorities = numbers(given.get('priority')).filter((one) => one <= 4) as MeasureFilters['priorities'];
  const types = (given.get('type') ?? '').split(',').filter((code) => /^[a-z0-9_.]{1,100}$/.test(code));
  const origin = given.get('origin');
  return {
    from: isDay(from) ? from : daysBefore(today, 364),
    to: isDay(to) ? to : today,
    ...(units.length > 0 && { units }),
    ...(types.length > 0 && { typeCodes: types }),
    ...((origin === 'reported' || origin === 'police_initiated') && { origin }),
    ...(priorities && priorities.length > 0 && { priorities }),
  };
}

const numbers = (text: string | null): number[] =>
  (text ?? '')
    .split(',')
    .map(Number)
    .filter((one) => Number.isInteger(one) && one > 0);

/** Returns the part of an address after `?` that `readFilters` reads back to the same filters. */
export function writeFilters(filters: MeasureFilters): string {
  const search = new URLSearchParams({ from: filters.from, to: filters.to });
  if (filters.units?.length) search.set('unit', filters.units.join(','));
  if (filters.typeCodes?.length) search.set('type', filters.typeCodes.join(','));
  if (filters.origin && filters.origin !== 'both') search.set('origin', filters.origin);
  if (filters.priorities?.length) search.set('priority', filters.priorities.join(','));
  return search.toString();
}
