import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { isIncidentOver } from '@marsad/contract/incidents/incident-moves.ts';
import { inDigits } from '../../platform/digits.ts';
import type { Language } from '../../platform/text.ts';
import { boardWord } from './board/words.ts';

type Waiting = Pick<BoardIncident, 'createdAt'> & Partial<Pick<BoardIncident, 'scheduledFor'>>;

/** From when an incident waits for somebody: since it was created, or since the time it was scheduled for. */
export const waitsFrom = ({ createdAt, scheduledFor }: Waiting): string =>
  scheduledFor && scheduledFor > createdAt ? scheduledFor : createdAt;

/**
 * How much of its limit an incident has used: 0 when it begins to wait, 1 when due, more when late; null where there is no limit.
 * The limit is for the first unit on scene: once one is there, it stands still.
 */
export function usedShare(
  incident: Waiting & Pick<BoardIncident, 'dueAt'> & Partial<Pick<BoardIncident, 'firstOnSceneAt'>>,
  now: number,
): number | null {
  if (!incident.dueAt) return null;
  const began = Date.parse(waitsFrom(incident));
  const limit = Date.parse(incident.dueAt) - began;
  const until = incident.firstOnSceneAt ? Math.min(now, Date.parse(incident.firstOnSceneAt)) : now;
  return limit <= 0 ? null : (until - began) / limit;
}

/** Minutes and seconds (`5:18`), or hours and minutes (`3 h 05`) past two hours, in the digits of the screen. */
export function duration(milliseconds: number, language: Language = 'en'): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds >= 7200)
    return inDigits(
      `${Math.floor(seconds / 3600)} ${boardWord(language, 'hours')} ${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')}`,
    );
  return inDigits(`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`);
}

/** The board after a change: an older version never replaces a newer one, what is over leaves. */
export function withChange(rows: readonly BoardIncident[], changed: BoardIncident): BoardIncident[] {
  const known = rows.find((row) => row.incidentId === changed.incidentId);
  if (known && known.version > changed.version) return [...rows];
  const rest = rows.filter((row) => row.incidentId !== changed.incidentId);
  return isIncidentOver(changed.status) ? rest : [...rest, changed];
}
