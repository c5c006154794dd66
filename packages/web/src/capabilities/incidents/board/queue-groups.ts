import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { usedShare, waitsFrom } from '../lateness.ts';

/** The clock of an incident that runs now: until when, or since when (milliseconds since 1970). */
export type NextClock =
  | { kind: 'arrival' | 'hold'; dueAt: number }
  | { kind: 'on_scene' | 'resolved'; since: number }
  | { kind: 'none' };

/** Which clock of an incident runs out next: its arrival, the time to look again, or none where that is reached. */
export function nextClock(row: BoardIncident): NextClock {
  if (row.status === 'resolved') return { kind: 'resolved', since: Date.parse(row.resolvedAt ?? row.createdAt) };
  if (row.status === 'on_hold' && row.holdUntil) return { kind: 'hold', dueAt: Date.parse(row.holdUntil) };
  if (row.firstOnSceneAt) return { kind: 'on_scene', since: Date.parse(row.firstOnSceneAt) };
  return row.dueAt ? { kind: 'arrival', dueAt: Date.parse(row.dueAt) } : { kind: 'none' };
}

/** Late against the limit that runs: not yet on scene when due, or not looked at again in time. */
export function isLate(row: BoardIncident, now: number): boolean {
  const clock = nextClock(row);
  return 'dueAt' in clock && clock.dueAt <= now;
}

export interface QueueGroups {
  /** To be worked now, the most late first. */
  queue: BoardIncident[];
  scheduled: BoardIncident[];
  held: BoardIncident[];
  resolved: BoardIncident[];
}

/**
 * Rows by what is to be done with them. A held one whose time has come is back in the queue. Who waits for an arrival
 * stands before who has one, and both before what has no limit.
 */
export function queueGroups(rows: readonly BoardIncident[], now: number): QueueGroups {
  const groups: QueueGroups = { queue: [], scheduled: [], held: [], resolved: [] };
  for (const row of rows) {
    if (row.status === 'resolved') groups.resolved.push(row);
    else if (row.status === 'scheduled') groups.scheduled.push(row);
    else if (row.status === 'on_hold' && !isLate(row, now)) groups.held.push(row);
    else groups.queue.push(row);
  }
  groups.queue.sort((a, b) => rank(a) - rank(b) || share(b, now) - share(a, now) || byAge(a, b));
  groups.held.sort((a, b) => (a.holdUntil ?? '').localeCompare(b.holdUntil ?? '') || byAge(a, b));
  groups.scheduled.sort((a, b) => waitsFrom(a).localeCompare(waitsFrom(b)) || byAge(a, b));
  groups.resolved.sort((a, b) => (a.resolvedAt ?? '').localeCompare(b.resolvedAt ?? '') || byAge(a, b));
  return groups;
}

const byAge = (a: BoardIncident, b: BoardIncident): number => a.createdAt.localeCompare(b.createdAt);
const share = (row: BoardIncident, now: number): number => (row.firstOnSceneAt ? 0 : (usedShare(row, now) ?? 0));

function rank(row: BoardIncident): number {
  if (row.status === 'on_hold') return 0;
  if (row.firstOnSceneAt) return 1;
  return row.dueAt ? 0 : 2;
}
