// What the list is asked, as it stands in the address: a link shows a colleague the same. Values in it are codes, which
// mean the same on every installation of the force; what a reader cannot make sense of falls out.

import { type ListColumn, listColumn } from '@marsad/contract/incidents/export-incidents.ts';
import { incidentStatus } from '@marsad/contract/incidents/incident.ts';
import type { IncidentFilters } from '@marsad/contract/incidents/incident-filters.ts';
import { instantOf, isDay } from '../../../platform/room-time.ts';
import type { Reference } from '../reference.ts';

export const periods = ['today', 'yesterday', 'days7', 'days30', 'days365', 'dates'] as const;
export type Period = (typeof periods)[number];
/** Columns in the order of the table. */
export const allColumns = listColumn.options;
export type Column = ListColumn;
export const usualColumns: readonly Column[] = [
  'created',
  'number',
  'type',
  'place',
  'status',
  'room',
  'callSigns',
  'response',
  'disposition',
];

export interface Question {
  words: string;
  period: Period | '';
  /** Local days, both included; where the period is `dates`. */
  from: string;
  to: string;
  units: readonly number[];
  types: readonly string[];
  origin: 'reported' | 'police_initiated' | '';
  statuses: readonly (typeof incidentStatus.options)[number][];
  priorities: readonly number[];
  dispositions: readonly string[];
  order: 'newest' | 'oldest';
  columns: readonly Column[];
  /** The incident whose detail stands beside the list. */
  open: string;
}

const among = <Value extends string>(values: readonly Value[], text: string | null): Value | '' =>
  values.find((one) => one === text) ?? '';
const split = (text: string | null): string[] => (text ?? '').split(',').filter((one) => one !== '');
const day = (text: string | null): string => (isDay(text) ? text : '');

export function readQuestion(search: URLSearchParams): Question {
  const columns = allColumns.filter((one) => split(search.get('columns')).includes(one));
  return {
    words: search.get('q') ?? '',
    period: among(periods, search.get('period')),
    from: day(search.get('from')),
    to: day(search.get('to')),
    units: split(search.get('units'))
      .map(Number)
      .filter((one) => Number.isInteger(one) && one > 0),
    types: split(search.get('types')),
    origin: among(['reported', 'police_initiated'], search.get('origin')),
    statuses: incidentStatus.options.filter((one) => split(search.get('status')).includes(one)),
    priorities: [1, 2, 3, 4].filter((one) => split(search.get('priority')).includes(String(one))),
    dispositions: split(search.get('disposition')),
    order: search.get('order') === 'oldest' ? 'oldest' : 'newest',
    columns: columns.length > 0 ? columns : usualColumns,
    open: search.get('open') ?? '',
  };
}

export function writeQuestion(question: Question): URLSearchParams {
  const usual = question.columns.join() === usualColumns.join();
  const dates = question.period === 'dates';
  const values: Record<string, string> = {
    q: question.words,
    period: question.period,
    from: dates ? question.from : '',
    to: dates ? question.to : '',
    units: question.units.join(),
    types: question.types.join(),
    origin: question.origin,
    status: question.statuses.join(),
    priority: question.priorities.join(),
    disposition: question.dispositions.join(),
    order: question.order === 'oldest' ? 'oldest' : '',
    columns: usual ? '' : question.columns.join(),
    open: question.open,
  };
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
}

/** The question without any condition; how it is shown stays. */
export const withoutConditions = (question: Question): Question => ({
  ...readQuestion(new URLSearchParams()),
  order: question.order,
  columns: question.columns,
  open: question.open,
});

const dayMilliseconds = 86_400_000;
const shifted = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);

/** First and last local day of a period, `''` where it has no end. */
export function daysOf(
  question: Pick<Question, 'period' | 'from' | 'to'>,
  today: string,
): { from: string; to: string } {
  if (question.period === 'dates') return { from: question.from, to: question.to };
  if (question.period === 'yesterday') return { from: shifted(today, -1), to: shifted(today, -1) };
  if (question.period === '') return { from: '', to: '' };
  const back = { today: 0, days7: 6, days30: 29, days365: 364 }[question.period];
  return { from: shifted(today, -back), to: '' };
}

/** The operation's filters, on a local day. A day begins and ends at midnight in `timeZone`; codes that the force does not know are left out. */
export function filtersOf(question: Question, reference: Reference, timeZone: string, today: string): IncidentFilters {
  const { from, to } = daysOf(question, today);
  const begin = from && instantOf(`${from}T00:00`, timeZone);
  const end = to && instantOf(`${shifted(to, 1)}T00:00`, timeZone);
  const typeIds = reference.types.filter((type) => question.types.includes(type.code)).map((type) => type.typeId);
  const dispositionIds = reference.dispositions
    .filter((one) => question.dispositions.includes(one.code))
    .map((one) => one.dispositionId);
  return {
    ...(begin && { from: begin }),
    ...(end && { to: end }),
    ...(question.units.length > 0 && { unitIds: [...question.units] }),
    ...(typeIds.length > 0 && { typeIds }),
    ...(question.origin && { origin: question.origin }),
    ...(question.statuses.length > 0 && { statuses: [...question.statuses] }),
    ...(question.priorities.length > 0 && { priorities: [...question.priorities] }),
    ...(dispositionIds.length > 0 && { dispositionIds }),
  };
}
