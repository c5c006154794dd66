import type { BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '../../../platform/api.ts';
import { useWaiting } from '../../../platform/offline/outbox.ts';
import { useSession } from '../../../platform/session.ts';
import { useText } from '../../../platform/text.ts';
import { Detail } from '../Detail.tsx';
import { useDetailText } from '../detail/words.ts';
import { useReference } from '../reference.ts';
import { useDetail } from '../use-detail.ts';

/** An incident at its permanent address: the same record as on the board, for a link and for paper. */
export default function IncidentPage() {
  const { incidentId } = useParams({ strict: false }) as { incidentId: string };
  const { name } = useText();
  const say = useDetailText();
  const { session } = useSession();
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
  return (
    <main className="inc-page">
      <div className="inc-page-bar">
        <Link to={`/?incident=${incidentId}${room ? `&room=${room.unitId}` : ''}` as string}>{say('back')}</Link>
        {room && <span className="sub">{name(room)}</span>}
        <span className="grow" />
        <button type="button" className="chip" onClick={() => print()}>
          {say('print')}
        </button>
      </div>
      <h1 className="unseen">{say('openPage')}</h1>
      <Detail
        incidentId={incidentId}
        version={0}
        personId={personId}
        timeZone={room?.timeZone ?? 'UTC'}
        title={title}
        free={free}
        may={(action) => session.actions.includes(action)}
        dispositions={reference?.dispositions ?? []}
        waiting={waiting.filter((row) => row.incidentId === incidentId)}
        onPage
      />
    </main>
  );
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
