import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { type FormEvent, useEffect, useRef } from 'react';
import { useDraft } from '../../../platform/offline/use-draft.ts';
import { useText } from '../../../platform/text.ts';
import type { Reference } from '../reference.ts';
import { ChangeProblem } from './ChangeProblem.tsx';
import { useChange } from './use-change.ts';
import { useDetailText, wordOfPriority } from './words.ts';

interface Props {
  detail: IncidentDetail;
  personId: string;
  reference: Reference | null;
  close(): void;
}

/** A new priority or type, with its reason. */
export function RegradeForm({ detail, personId, reference, close }: Props) {
  const { name } = useText();
  const say = useDetailText();
  const first = useRef<HTMLSelectElement>(null);
  const draft = useDraft(
    `regrade:${detail.incidentId}`,
    personId,
    { typeId: detail.typeId, priority: detail.priority, reason: '' },
    { version: detail.version },
  );
  const { typeId, priority, reason } = draft.value;
  const change = useChange(detail, draft.version, () => {
    draft.drop();
    close();
  });
  useEffect(() => first.current?.focus(), []);
  const { reason: _reason, ...changes } = draft.touched;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.send(changes, reason);
  };
  const types = (reference?.types ?? []).filter((type) => type.selectable && (type.active || type.typeId === typeId));
  return (
    <form className="inc-form" onSubmit={submit} aria-label={say('regrade')}>
      <ChangeProblem change={change} />
      <label>
        {say('priority')}
        <select
          ref={first}
          name="priority"
          value={priority}
          onChange={(event) => draft.change({ priority: Number(event.target.value) })}
        >
          {[1, 2, 3, 4].map((one) => (
            <option key={one} value={one}>
              {say(wordOfPriority(one))}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('type')}
        <select
          name="regrade-type"
          value={typeId}
          onChange={(event) => draft.change({ typeId: Number(event.target.value) })}
        >
          {types.map((type) => (
            <option key={type.typeId} value={type.typeId}>
              {name(type)}
            </option>
          ))}
        </select>
      </label>
      <label className="inc-wide">
        {say('reason')}
        <input
          name="regrade-reason"
          value={reason}
          maxLength={1000}
          dir="auto"
          autoComplete="off"
          required
          onChange={(event) => draft.change({ reason: event.target.value })}
        />
      </label>
      <div className="inc-buttons">
        <button type="submit" className="primary" disabled={change.busy || Object.keys(changes).length === 0}>
          {say('save')}
        </button>
        <button
          type="button"
          className="chip"
          onClick={() => {
            draft.drop();
            close();
          }}
        >
          {say('cancel')}
        </button>
      </div>
    </form>
  );
}
