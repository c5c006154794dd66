import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { isIncidentOver } from '@marsad/contract/incidents/incident-moves.ts';

/** How much of its limit an incident has used: 0 at creation, 1 when due, more when late; null where there is no limit. */
export function usedShare(incident: Pick<BoardIncident, 'createdAt' | 'dueAt'>, now: number): number | null {
  if (!incident.dueAt) return null;
  const created = Date.parse(incident.createdAt);
  const limit = Date.parse(incident.dueAt) - created;
  return limit <= 0 ? null : (now - created) / limit;
}

/** Orders a queue by how late each is against its own limit; those without a limit come last, the oldest first. */
export function byLateness(now: number) {
  return (a: BoardIncident, b: BoardIncident): number => {
    const first = usedShare(a, now);
    const second = usedShare(b, now);
    if (first === null || second === null)
      return first === second ? a.createdAt.localeCompare(b.createdAt) : first === null ? 1 : -1;
    return second - first;
  };
}

/** Minutes and seconds (`5:18`), or hours and minutes (`3 h 05`) past two hours. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds >= 7200)
    return `${Math.floor(seconds / 3600)} h ${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')}`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The board after a change: an older version never replaces a newer one, what is over leaves. */
export function withChange(rows: readonly BoardIncident[], changed: BoardIncident): BoardIncident[] {
  const known = rows.find((row) => row.incidentId === changed.incidentId);
  if (known && known.version > changed.version) return [...rows];
  const rest = rows.filter((row) => row.incidentId !== changed.incidentId);
  return isIncidentOver(changed.status) ? rest : [...rest, changed];
}
