/** How far a time zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((one) => one.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant of a local date and time (`2026-05-03T14:20`, as an input gives it) in a room's time zone, as an ISO
 * instant; null for text that is none. A time that a clock skips counts with the offset before; of a doubled one the first.
 */
export function instantOf(local: string, timeZone: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(local)) return null;
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return null;
  const before = offsetAt(asUtc - 86_400_000, timeZone);
  const first = asUtc - before;
  if (offsetAt(first, timeZone) === before) return new Date(first).toISOString();
  const guess = asUtc - offsetAt(first, timeZone);
  return new Date(offsetAt(guess, timeZone) === asUtc - guess ? guess : first).toISOString();
}

/** Whether text is a day of the calendar of the years 1900 to 2999, written as an input writes it: YYYY-MM-DD. */
export function isDay(text: string | null): text is string {
  if (text === null || !/^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** An instant as a local date and time of a time zone, as an input takes it. */
export const localOf = (instant: string | number, timeZone: string): string =>
  localSecondsOf(instant, timeZone).slice(0, 16);

/** An instant as a local date and time of a time zone, to the second. */
export function localSecondsOf(instant: string | number, timeZone: string): string {
  const at = new Date(instant).getTime();
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 19);
}
