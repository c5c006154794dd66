import type { Session } from './session.ts';

type Place = Pick<Session, 'units' | 'posts'>;

/**
 * The time zone of a unit; of the person's own unit where none is named or it is not among those that the session tells of.
 * Never the browser's: a seat whose clock is set to another zone would write another time than its neighbour.
 */
export function zoneIn({ units, posts }: Place, unitId?: number | null): string {
  const zoneOf = (id: number | null | undefined) => units.find((unit) => unit.unitId === id)?.timeZone;
  return zoneOf(unitId) ?? zoneOf(posts[0]?.unitId) ?? units[0]?.timeZone ?? 'UTC';
}
