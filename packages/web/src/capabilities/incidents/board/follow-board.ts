// How a board stays true: read once, then changed event by event, nothing missed between the two and nothing twice.
import type { BoardGroup, BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import type { StreamEvent } from '../../../platform/stream/follow.ts';
import type { StreamListener } from '../../../platform/stream/shared-stream.ts';
import { withChange } from '../lateness.ts';

export interface BoardShown {
  incidents: BoardIncident[];
  units: BoardUnit[];
  /** Groups that have more than a board shows. */
  cut?: readonly BoardGroup[];
}

export interface BoardSource {
  load(): Promise<BoardShown & { epoch: string; position: number }>;
  listen(listener: StreamListener): () => void;
  show(board: BoardShown): void;
  /** The board could not be read; it is tried again. */
  failed(): void;
  retryMilliseconds?: number;
}

/** What changes the units at home in a room, and when what waits there is due. */
const readAnew: ReadonlySet<string> = new Set([
  'organisation.patrol_unit_made',
  'organisation.patrol_unit_changed',
  'organisation.limits_changed',
]);

/**
 * Keeps a room's board. The stream tells everything after the place at which it said it was live; a board read before
 * that, at an earlier place, has a gap and is read again. What comes while it is read waits and is applied after.
 */
export function followBoard(roomId: number, source: BoardSource): () => void {
  let board: BoardShown | null = null;
  let at: { epoch: string; position: number } | null = null;
  let live: { epoch: string; position: number } | null = null;
  let waiting: StreamEvent[] = [];
  let reading = false;
  let wanted = false;
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const apply = (event: StreamEvent) => {
    if (!board || !at || event.position <= at.position) return;
    at = { ...at, position: event.position };
    if (event.roomId === roomId && readAnew.has(event.kind)) {
      load();
      return;
    }
    const incident = event.incident as BoardIncident | null;
    const stays = incident?.roomId === roomId;
    // One that went to another room, or where this person may not see it, leaves the board.
    const incidents =
      incident && stays
        ? withChange(board.incidents, incident)
        : board.incidents.filter((row) => row.incidentId !== event.incidentId);
    if (!stays && incidents.length === board.incidents.length) return;
    board = { ...board, incidents };
    source.show(board);
  };
  const hasGap = (): boolean => {
    if (!live || !at) return false;
    return live.epoch !== at.epoch || live.position > at.position;
  };
  const load = async () => {
    clearTimeout(timer);
    if (reading) {
      wanted = true;
      return;
    }
    reading = true;
    wanted = false;
    try {
      const { epoch, position, incidents, units, cut = [] } = await source.load();
      if (ended) return;
      at = { epoch, position };
      board = { incidents, units, cut };
      source.show(board);
      for (const event of waiting) apply(event);
      waiting = [];
      if (hasGap()) wanted = true;
      live = null;
    } catch {
      if (ended) return;
      source.failed();
      timer = setTimeout(load, source.retryMilliseconds ?? 2_000);
    } finally {
      reading = false;
      if (wanted && !ended) load();
    }
  };
  const stop = source.listen({
    live: (place) => {
      // Heard of before: every event since has been told.
      if (at && at.epoch === place.epoch && place.position <= at.position) return;
      live = place;
      if (!reading && hasGap()) load();
    },
    event: (event) => {
      if (reading) waiting.push(event);
      else apply(event);
    },
    reload: () => {
      waiting = [];
      live = null;
      load();
    },
  });
  load();
  return () => {
    ended = true;
    clearTimeout(timer);
    stop();
  };
}
