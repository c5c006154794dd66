import type { SessionNow } from './session.ts';

/**
 * The time zone of a unit; that of the post which the person acts from where no unit is named, or one that the session does
 * not tell of. Never the browser's: a seat whose clock is set to another zone would write another time than its neighbour.
 */
export function zoneIn({ session, post }: Pick<SessionNow, 'session' | 'post'>, unitId?: number | null): string {
  const zoneOf = (id: number | null | undefined) => session.units.find((unit) => unit.unitId === id)?.timeZone;
  return zoneOf(unitId) ?? zoneOf(post?.unitId) ?? session.units[0]?.timeZone ?? 'UTC';
}
