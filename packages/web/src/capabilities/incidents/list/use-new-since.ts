import type { IncidentFilters } from '@marsad/contract/incidents/incident-filters.ts';
import { useEffect, useState } from 'react';
import { api } from '../../../platform/api.ts';
import { listenToStream } from '../../../platform/stream/shared-stream.ts';

// Events come in bursts: one question answers for all of them.
const pauseMilliseconds = 2_000;

/**
 * How many incidents that fit came after the first row, asked for when the stream says that one was logged. `topCursor`
 * null asks for nothing. `filters` must be the same object as long as it says the same.
 */
export function useNewSince(personId: string, filters: IncidentFilters, topCursor: string | null): number {
  const [found, setFound] = useState<{ topCursor: string; count: number } | null>(null);
  useEffect(() => {
    if (topCursor === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const ask = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        api.incidents.countIncidents({ ...filters, newerThan: topCursor }).then(
          ({ count }) => !ended && setFound({ topCursor, count }),
          // Without a link nothing is new; the stream's greeting asks again.
          () => {},
        );
      }, pauseMilliseconds);
    };
    const stop = listenToStream(personId, {
      live: ask,
      reload: ask,
      event: (event) => event.kind === 'incident.logged' && ask(),
    });
    return () => {
      ended = true;
      clearTimeout(timer);
      stop();
    };
  }, [personId, filters, topCursor]);
  return found && found.topCursor === topCursor ? found.count : 0;
}
