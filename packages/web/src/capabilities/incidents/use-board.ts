import type { BoardGroup, BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { useEffect, useState } from 'react';
import { api } from '../../platform/api.ts';
import { keep, recall } from '../../platform/offline/kept.ts';
import { lost } from '../../platform/offline/link.ts';
import { listenToStream } from '../../platform/stream/shared-stream.ts';
import { type BoardShown, followBoard } from './board/follow-board.ts';

export interface BoardState {
  incidents: BoardIncident[] | null;
  units: BoardUnit[];
  /** When what is shown was last known to be so (milliseconds, the server's clock), where it comes from this browser. */
  keptAt: number | null;
  /** Groups that have more incidents than a board shows. */
  cut: readonly BoardGroup[];
}

const keepMilliseconds = 1_500;
const noUnits: BoardUnit[] = [];
const noneCut: BoardGroup[] = [];

/**
 * A room's board: at once as this browser last knew it, then as the server says, kept live by the stream from the very
 * position it was loaded at. What changes is kept, so that the board opens without a link too.
 */
export function useBoard(roomId: number, personId: string): BoardState {
  const [shown, setShown] = useState<BoardShown | null>(null);
  const [keptAt, setKeptAt] = useState<number | null>(null);
  useEffect(() => {
    const key = `board:${roomId}`;
    let keeping: ReturnType<typeof setTimeout> | undefined;
    let latest: BoardShown | null = null;
    let ended = false;
    const end = followBoard(roomId, {
      load: () => api.incidents.getBoard({ roomId }),
      listen: (listener) => listenToStream(personId, listener),
      failed: lost,
      show: (next) => {
        latest = next;
        setShown(next);
        setKeptAt(null);
        keeping ??= setTimeout(() => {
          keeping = undefined;
          if (latest) keep(key, personId, latest);
        }, keepMilliseconds);
      },
    });
    recall<BoardShown>(key, personId).then((found) => {
      if (ended || latest || !found) return;
      setShown(found.value);
      setKeptAt(found.at);
    });
    return () => {
      ended = true;
      clearTimeout(keeping);
      end();
    };
  }, [roomId, personId]);
  return {
    incidents: shown?.incidents ?? null,
    units: shown?.units ?? noUnits,
    keptAt,
    cut: shown?.cut ?? noneCut,
  };
}
