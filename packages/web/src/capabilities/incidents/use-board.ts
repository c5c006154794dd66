import type { BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { useEffect, useState } from 'react';
import { api } from '../../platform/api.ts';
import { keep, recall } from '../../platform/offline/kept.ts';
import { heard, lost } from '../../platform/offline/link.ts';
import { withChange } from './lateness.ts';

export interface BoardState {
  incidents: BoardIncident[] | null;
  units: BoardUnit[];
  /** When what is shown was last known to be so (milliseconds, the server's clock), where it comes from this browser. */
  keptAt: number | null;
  /** There are more incidents than a board shows. */
  truncated: boolean;
}

interface Shown {
  incidents: BoardIncident[];
  units: BoardUnit[];
  truncated?: boolean;
}

const retryMilliseconds = 2_000;
// The server sends a beat every fifteen seconds: two missed and the line is dead, whatever the browser believes.
const silenceMilliseconds = 35_000;
const keepMilliseconds = 1_500;
const noUnits: BoardUnit[] = [];

/**
 * A room's board: at once as this browser last knew it, then as the server says, kept live by the stream from the very
 * position it was loaded at. What changes is kept, so that the board opens without a link too.
 */
export function useBoard(roomId: number, personId: string): BoardState {
  const [shown, setShown] = useState<Shown | null>(null);
  const [keptAt, setKeptAt] = useState<number | null>(null);
  useEffect(() => {
    const key = `board:${roomId}`;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let silence: ReturnType<typeof setTimeout> | undefined;
    let keeping: ReturnType<typeof setTimeout> | undefined;
    let latest: Shown | null = null;
    let ended = false;
    const show = (next: Shown) => {
      latest = next;
      setShown(next);
      keeping ??= setTimeout(() => {
        keeping = undefined;
        if (latest) keep(key, personId, latest);
      }, keepMilliseconds);
    };
    const again = () => {
      lost();
      source?.close();
      clearTimeout(silence);
      clearTimeout(timer);
      if (!ended) timer = setTimeout(load, retryMilliseconds);
    };
    const alive = () => {
      heard();
      clearTimeout(silence);
      silence = setTimeout(again, silenceMilliseconds);
    };
    const follow = (epoch: string, position: number) => {
      source = new EventSource(`/api/stream?epoch=${epoch}&position=${position}`);
      source.onopen = alive;
      source.addEventListener('beat', alive);
      source.addEventListener('reload', again);
      // The browser resumes by itself from the last id it saw; only a refusal ends the source for good.
      source.onerror = () => (source?.readyState === EventSource.CLOSED ? again() : lost());
      source.onmessage = (message) => {
        alive();
        const { incident } = JSON.parse(message.data) as { incident: BoardIncident | null };
        if (incident?.roomId === roomId && latest)
          show({ ...latest, incidents: withChange(latest.incidents, incident) });
      };
    };
    const load = async () => {
      try {
        const board = await api.incidents.getBoard({ roomId });
        if (ended) return;
        setKeptAt(null);
        show({ incidents: board.incidents, units: board.units, truncated: board.truncated });
        follow(board.epoch, board.position);
      } catch {
        if (!ended) again();
      }
    };
    recall<Shown>(key, personId).then((found) => {
      if (ended || latest || !found) return;
      latest = found.value;
      setShown(found.value);
      setKeptAt(found.at);
    });
    load();
    return () => {
      ended = true;
      for (const one of [timer, silence, keeping]) clearTimeout(one);
      source?.close();
    };
  }, [roomId, personId]);
  return {
    incidents: shown?.incidents ?? null,
    units: shown?.units ?? noUnits,
    keptAt,
    truncated: shown?.truncated ?? false,
  };
}
