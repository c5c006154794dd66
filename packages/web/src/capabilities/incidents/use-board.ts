import type { BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { useEffect, useState } from 'react';
import { api } from '../../platform/api.ts';
import { withChange } from './lateness.ts';

/** A room's board, loaded once and kept live by the stream from the very position it was loaded at. */
export function useBoard(roomId: number, setLive: (live: boolean) => void) {
  const [incidents, setIncidents] = useState<BoardIncident[] | null>(null);
  const [units, setUnits] = useState<BoardUnit[]>([]);
  useEffect(() => {
    let source: EventSource | null = null;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const again = () => {
      setLive(false);
      source?.close();
      if (!ended) retry = setTimeout(load, 2000);
    };
    const load = async () => {
      try {
        const board = await api.incidents.getBoard({ roomId });
        if (ended) return;
        setIncidents(board.incidents);
        setUnits(board.units);
        source = new EventSource(`/api/stream?epoch=${board.epoch}&position=${board.position}`);
        source.onopen = () => setLive(true);
        // The browser resumes by itself from the last id it saw; only a refusal ends the source for good.
        source.onerror = () => (source?.readyState === EventSource.CLOSED ? again() : setLive(false));
        source.addEventListener('reload', again);
        source.onmessage = (message) => {
          const { incident } = JSON.parse(message.data) as { incident: BoardIncident | null };
          if (incident?.roomId === roomId) setIncidents((rows) => withChange(rows ?? [], incident));
        };
      } catch {
        again();
      }
    };
    load();
    return () => {
      ended = true;
      clearTimeout(retry);
      source?.close();
    };
  }, [roomId, setLive]);
  return { incidents, units };
}
