import { isOver } from '@marsad/contract/incidents/assignment-moves.ts';
import type { BoardIncident, IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { api } from '../../../platform/api.ts';
import { recall } from '../../../platform/offline/kept.ts';
import { outbox } from '../../../platform/offline/outbox.ts';
import { useDraft } from '../../../platform/offline/use-draft.ts';
import { useSend } from '../../../platform/send.ts';
import { useRecordText } from './record-words.ts';
import { useDetailText } from './words.ts';

interface Props {
  detail: IncidentDetail;
  personId: string;
  title(typeId: number): string;
  mayMerge: boolean;
}

const ways = {
  related: ['howRelated', 'doLink'],
  duplicate: ['howDuplicate', 'doMerge'],
  parent: ['howParent', 'doParent'],
} as const;
type Way = keyof typeof ways;

/** Ties the incident to another of the room's board: related, a duplicate to be merged, or a part of it. */
export function LinkForm({ detail, personId, title, mayMerge }: Props) {
  const say = useDetailText();
  const tell = useRecordText();
  const { incidentId, roomId } = detail;
  const { busy, problem, send } = useSend();
  const others = useOthers(roomId, personId).filter((row) => row.incidentId !== incidentId);
  const draft = useDraft(`link:${incidentId}`, personId, { way: 'related', other: '', reason: '', moveUnits: true });
  const { other, reason, moveUnits } = draft.value;
  const way = draft.value.way as Way;
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const atWork = detail.assignments.some((one) => !isOver(one.status));
  const perform = () => {
    const why = reason.trim() || undefined;
    if (way === 'duplicate')
      return outbox.perform('mergeIncident', {
        incidentId,
        intoId: other,
        moveUnits: atWork && moveUnits,
        reason: why,
      });
    if (way === 'parent') return outbox.perform('setParent', { incidentId, parentId: other });
    return outbox.perform('linkIncidents', { incidentId, otherId: other, reason: why });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await send(perform)) {
      draft.change({ way: 'related', other: '', reason: '', moveUnits: true });
      draft.drop();
    }
  };
  return (
    <form className="inc-form" onSubmit={submit} aria-label={say('link')}>
      <label className="inc-wide">
        {tell('how')}
        <select ref={first} name="way" value={way} onChange={(event) => draft.change({ way: event.target.value })}>
          {(Object.keys(ways) as Way[])
            .filter((one) => one !== 'duplicate' || mayMerge)
            .map((one) => (
              <option key={one} value={one}>
                {tell(ways[one][0])}
              </option>
            ))}
        </select>
      </label>
      <label className="inc-wide">
        {tell('find')}
        <select name="other" value={other} required onChange={(event) => draft.change({ other: event.target.value })}>
          <option value="">{tell(others.length === 0 ? 'noOther' : 'choose')}</option>
          {others.map((row) => (
            <option key={row.incidentId} value={row.incidentId}>
              {row.number} · {title(row.typeId)} · {row.placeText}
            </option>
          ))}
        </select>
      </label>
      {way !== 'parent' && (
        <label className="inc-wide">
          {say('reason')}
          <input
            name="link-reason"
            value={reason}
            maxLength={1000}
            dir="auto"
            autoComplete="off"
            onChange={(event) => draft.change({ reason: event.target.value })}
          />
        </label>
      )}
      {way === 'duplicate' && atWork && (
        <label className="inc-check inc-wide">
          <input
            type="checkbox"
            checked={moveUnits}
            onChange={(event) => draft.change({ moveUnits: event.target.checked })}
          />
          {tell('moveUnits')}
        </label>
      )}
      {problem && (
        <p role="alert" className="inc-wide">
          {problem}
        </p>
      )}
      <div className="inc-buttons">
        <button type="submit" className="primary" disabled={busy || !other}>
          {tell(ways[way][1])}
        </button>
      </div>
    </form>
  );
}

/** The incidents of the room's board: as last kept here, then as the server has them. */
function useOthers(roomId: number, personId: string): BoardIncident[] {
  const [rows, setRows] = useState<BoardIncident[]>([]);
  useEffect(() => {
    let ended = false;
    let fresh = false;
    recall<{ incidents: BoardIncident[] }>(`board:${roomId}`, personId).then((found) => {
      if (!ended && !fresh && found) setRows(found.value.incidents);
    });
    api.incidents.getBoard({ roomId }).then(
      (board) => {
        fresh = true;
        if (!ended) setRows(board.incidents);
      },
      () => {},
    );
    return () => {
      ended = true;
    };
  }, [roomId, personId]);
  return rows;
}
