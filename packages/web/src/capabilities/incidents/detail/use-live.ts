import { useEffect, useState } from 'react';
import { listenToStream } from '../../../platform/stream/shared-stream.ts';

/** A number that rises with each event of an incident, and when events may have been missed: the reason to read it again. */
export function useLive(incidentId: string, personId: string): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const rise = () => setCount((before) => before + 1);
    let lived = false;
    return listenToStream(personId, {
      // The first greeting comes with what was just read; one after a break does not.
      live: () => {
        if (lived) rise();
        lived = true;
      },
      event: (event) => {
        if (event.incidentId === incidentId) rise();
      },
      reload: rise,
    });
  }, [incidentId, personId]);
  return count;
}
