import { useEffect, useState } from 'react';
import { api } from '../../platform/api.ts';
import { keep, recall } from '../../platform/offline/kept.ts';

export type Reference = Awaited<ReturnType<typeof api.administration.listReference>>;
export type TypeView = Reference['types'][number];

/** Types, dispositions and limits: as this browser last read them, then as the server has them. */
export function useReference(personId: string): Reference | null {
  const [reference, setReference] = useState<Reference | null>(null);
  useEffect(() => {
    let ended = false;
    let fresh = false;
    recall<Reference>('reference', personId).then((found) => {
      if (found && !ended && !fresh) setReference(found.value);
    });
    const read = () =>
      api.administration.listReference().then(
        (found) => {
          fresh = true;
          if (!ended) setReference(found);
          keep('reference', personId, found);
        },
        () => {
          if (!ended) setTimeout(read, 5_000);
        },
      );
    read();
    return () => {
      ended = true;
    };
  }, [personId]);
  return reference;
}
