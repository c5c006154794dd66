import { daysBefore } from './overview-filters.ts';

/** Every Monday from the first to the last: a week without incidents is a week of none, not a gap. */
export function mondays(first: string, last: string): string[] {
  const weeks: string[] = [];
  for (let week = first; week <= last; week = daysBefore(week, -7)) weeks.push(week);
  return weeks;
}

/**
 * The Mondays of a period, up to the week of `today`: where nothing happened at its ends the figure says none, and does
 * not end early.
 */
export function weeksOf(period: { from: string; to: string }, today: string): string[] {
  const last = period.to < today ? period.to : today;
  const sinceMonday = (new Date(`${period.from}T00:00:00Z`).getUTCDay() + 6) % 7;
  return mondays(daysBefore(period.from, sinceMonday), last);
}

/**
 * How many days of a week (named by its Monday) the period holds, up to `today`; 7 only when the week is over. A week of
 * fewer is counted in part, and its lower number is no fall.
 */
export function daysCounted(week: string, period: { from: string; to: string }, today: string): number {
  const last = period.to < today ? period.to : today;
  const days = Array.from({ length: 7 }, (_, index) => daysBefore(week, -index));
  const within = days.filter((day) => day >= period.from && day <= last).length;
  return within === 7 && (days[6] ?? '') >= today ? 6 : within;
}

/** Which weeks are named on the axis: each of a few, else the first of each month, quarter or year, by how many there are. */
export function isNamed(week: string, before: string | undefined, count: number): boolean {
  if (count <= 14 || before === undefined) return true;
  const step = count <= 60 ? 1 : count <= 130 ? 3 : 12;
  const period = (date: string): number =>
    Math.floor((Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1) / step);
  return period(week) !== period(before);
}
