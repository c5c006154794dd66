import type { AuditFilters, AuditKind } from '@marsad/contract/administration/list-audit-entries.ts';
import { isDay } from '../../platform/room-time.ts';

/** What the page asks for, as it stands in the address. Days are local to the reader's unit, both included. */
export interface AuditQuestion {
  from: string;
  to: string;
  user: string;
  kind: string;
  action: string;
  subject: string;
  unit: string;
}

const names = ['from', 'to', 'user', 'kind', 'action', 'subject', 'unit'] as const;

/** What the address asks. A day that no calendar has falls out: a year of five digits, as a field takes it while one types. */
export function readQuestion(search: URLSearchParams): AuditQuestion {
  const text = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as unknown as AuditQuestion;
  const day = (one: string): string => (isDay(one) ? one : '');
  return { ...text, from: day(text.from), to: day(text.to) };
}

export const writeQuestion = (question: AuditQuestion): URLSearchParams =>
  new URLSearchParams(names.flatMap((name) => (question[name] ? [[name, question[name]]] : [])));

/** The filters of the operation. A day begins and ends at midnight of `timeZone`. */
export function filtersOf(question: AuditQuestion, timeZone: string): AuditFilters {
  return {
    ...(question.from && { from: midnight(question.from, timeZone) }),
    ...(question.to && { to: midnight(nextDay(question.to), timeZone) }),
    ...(question.user && { userName: question.user }),
    ...(question.kind && { kind: question.kind as AuditKind }),
    ...(question.action && { action: question.action }),
    ...(question.subject && { subjectId: question.subject }),
    ...(question.unit && { unitId: Number(question.unit) }),
  };
}

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The instant at which a local day begins. */
export function midnight(day: string, timeZone: string): string {
  const asUtc = Date.parse(`${day}T00:00:00Z`);
  // The zone's offset a little off midnight, then at what that gives: right on days when the clocks change too.
  const first = asUtc - offset(asUtc, timeZone);
  return new Date(asUtc - offset(first, timeZone)).toISOString();
}

function offset(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).formatToParts(
    new Date(instant),
  );
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(instant / 1000) * 1000;
}
