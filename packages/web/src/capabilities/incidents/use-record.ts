import type { BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import { useEffect, useState } from 'react';
import { api } from '../../platform/api.ts';
import { useWaiting } from '../../platform/offline/outbox.ts';
import { zoneIn } from '../../platform/own-zone.ts';
import { useSession } from '../../platform/session.ts';
import { useText } from '../../platform/text.ts';
import { useReference } from './reference.ts';
import { useDetail } from './use-detail.ts';

/** What the record of an incident needs where no board stands around it: its room, and the properties of `Detail`. */
export function useRecord(incidentId: string) {
  const { name } = useText();
  const { session, post } = useSession();
  const { personId } = session.person;
  const reference = useReference(personId);
  const waiting = useWaiting(personId);
  const { detail } = useDetail(incidentId, 0, personId);
  const room = session.units.find((unit) => unit.unitId === detail?.roomId);
  const free = useFreeUnits(detail?.roomId ?? null, detail?.version ?? 0);
  const title = (typeId: number): string => {
    const type = reference?.types.find((one) => one.typeId === typeId);
    return type ? name(type) : '';
  };
  return {
    room,
    record: {
      incidentId,
      version: 0,
      personId,
      timeZone: zoneIn({ session, post }, detail?.roomId),
      title,
      free,
      may: (action: string) => session.actions.includes(action),
      dispositions: reference?.dispositions ?? [],
      waiting: waiting.filter((row) => row.incidentId === incidentId),
    },
  };
}

/** The units of the room that work on nothing, read again whenever the incident changes. */
function useFreeUnits(roomId: number | null, version: number): BoardUnit[] {
  const [units, setUnits] = useState<BoardUnit[]>([]);
  useEffect(() => {
    void version;
    if (roomId === null) return;
    let ended = false;
    api.incidents.getBoard({ roomId }).then(
      (board) => {
        if (!ended) setUnits(board.units.filter((unit) => unit.incidentId === null));
      },
      () => {},
    );
    return () => {
      ended = true;
    };
  }, [roomId, version]);
  return units;
}
