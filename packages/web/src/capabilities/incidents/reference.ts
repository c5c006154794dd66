import { useEffect, useState } from 'react';
import { api } from '../../platform/api.ts';
import { keep, recall } from '../../platform/offline/kept.ts';
import { listenToStream } from '../../platform/stream/shared-stream.ts';

export type Reference = Awaited<ReturnType<typeof api.administration.listReference>>;
export type TypeView = Reference['types'][number];

/** Events after which the lists are others; one change is told once a room. */
const changesLists = /^organisation\.(type|disposition|limits)_/;

/** Types, dispositions and limits, kept true while the page is open: as this browser last read them, then as the server has them. */
export function useReference(personId: string): Reference | null {
  const [reference, setReference] = useState<Reference | null>(null);
  useEffect(() => {
    let ended = false;
    let fresh = false;
    recall<Reference>('reference', personId).then((found) => {
      if (found && !ended && !fresh) setReference(found.value);
    });
    let reading = false;
    let wanted = false;
    const read = () => {
      wanted = reading;
      if (reading || ended) return;
      reading = true;
      api.administration
        .listReference()
        .then(
          (found) => {
            fresh = true;
            if (!ended) setReference(found);
            keep('reference', personId, found);
          },
          () => {
            if (!ended) setTimeout(read, 5_000);
          },
        )
        .finally(() => {
          reading = false;
          if (wanted) read();
        });
    };
    const stop = listenToStream(personId, {
      live: () => {},
      event: ({ kind }) => {
        if (changesLists.test(kind)) read();
      },
      reload: read,
    });
    read();
    return () => {
      ended = true;
      stop();
    };
  }, [personId]);
  return reference;
}
