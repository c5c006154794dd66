import { useEffect, useRef, useState } from 'react';
import type { StreamEvent } from '../../../platform/stream/follow.ts';
import { listenToStream } from '../../../platform/stream/shared-stream.ts';

/**
 * A number that rises with each event of an incident, with new limits of its room, and when events may have been missed: the
 * reason to read it again. Until its room is known, those of any room may be its.
 */
export function useLive(incidentId: string, personId: string, roomId: number | undefined): number {
  const [count, setCount] = useState(0);
  const room = useRef(roomId);
  useEffect(() => {
    room.current = roomId;
  }, [roomId]);
  useEffect(() => {
    const isOfLimits = (event: StreamEvent) =>
      event.kind === 'organisation.limits_changed' && (room.current === undefined || room.current === event.roomId);
    const rise = () => setCount((before) => before + 1);
    let lived = false;
    return listenToStream(personId, {
      // The first greeting comes with what was just read; one after a break does not.
      live: () => {
        if (lived) rise();
        lived = true;
      },
      event: (event) => {
        if (event.incidentId === incidentId || isOfLimits(event)) rise();
      },
      reload: rise,
    });
  }, [incidentId, personId]);
  return count;
}
