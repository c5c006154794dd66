import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { isIncidentOver } from '@marsad/contract/incidents/incident-moves.ts';
import { type FormEvent, useRef } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { api } from '../../../platform/api.ts';
import { useReachable } from '../../../platform/offline/link.ts';
import { useDraft } from '../../../platform/offline/use-draft.ts';
import { useSend } from '../../../platform/send.ts';
import { useSession } from '../../../platform/session.ts';
import type { RecordClock } from './record-clock.ts';
import { useRecordText } from './record-words.ts';
import { allChannels, type Channel, useDetailText } from './words.ts';

interface Props {
  detail: IncidentDetail;
  mayLog: boolean;
  clock: RecordClock;
}

/** The calls of the incident, those of merged ones among them, and another to join. */
export function CallsPart({ detail, mayLog, clock }: Props) {
  const say = useDetailText();
  const tell = useRecordText();
  return (
    <section className="inc-panel" aria-label={say('calls')}>
      {detail.calls.length === 0 && <p className="inc-hint">{tell('none')}</p>}
      <ul className="inc-list">
        {detail.calls.map((call) => (
          <li key={call.callId}>
            <bdi>{clock.format(new Date(call.startedAt ?? call.answeredAt ?? call.madeAt))}</bdi>
            <span className="grow">{say(call.channel)}</span>
            {call.fromNumber && (
              <span className="sub">
                {tell('from')} <bdi>{call.fromNumber}</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
      {mayLog && !isIncidentOver(detail.status) && <CallForm incidentId={detail.incidentId} />}
    </section>
  );
}

// A caller is restricted: what is typed ends with the window, and does not wait for the link.
const empty = { channel: 'telephone', text: '', name: '', telephone: '' };

function CallForm({ incidentId }: { incidentId: string }) {
  const say = useDetailText();
  const tell = useRecordText();
  const reachable = useReachable();
  const { busy, problem, send } = useSend();
  const { session } = useSession();
  const draft = useDraft(`call:${incidentId}`, session.person.personId, empty, { store: sessionStorage });
  const { value } = draft;
  const ids = useRef({ commandId: uuidv7(), callId: uuidv7(), involvedId: uuidv7() });
  const change = (more: Partial<typeof empty>) => {
    ids.current = { commandId: uuidv7(), callId: uuidv7(), involvedId: uuidv7() };
    draft.change(more);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { commandId, callId, involvedId } = ids.current;
    const name = value.name.trim() || undefined;
    const telephone = value.telephone.trim() || undefined;
    const sent = await send(() =>
      api.incidents.addCall({
        commandId,
        callId,
        incidentId,
        channel: value.channel as Channel,
        text: value.text,
        ...((name || telephone) && { caller: { involvedId, name, telephone } }),
      }),
    );
    if (sent) change(empty);
  };
  return (
    <form className="inc-form" onSubmit={submit} autoComplete="off" aria-label={tell('joinCall')}>
      <label>
        {say('channel')}
        <select name="call-channel" value={value.channel} onChange={(event) => change({ channel: event.target.value })}>
          {allChannels.map((one) => (
            <option key={one} value={one}>
              {say(one)}
            </option>
          ))}
        </select>
      </label>
      <label className="inc-wide">
        {tell('said')}
        <input
          name="call-text"
          value={value.text}
          maxLength={4000}
          dir="auto"
          autoComplete="off"
          onChange={(event) => change({ text: event.target.value })}
        />
      </label>
      <label>
        {tell('callerName')}
        <input
          name="call-name"
          value={value.name}
          maxLength={200}
          dir="auto"
          autoComplete="off"
          onChange={(event) => change({ name: event.target.value })}
        />
      </label>
      <label>
        {tell('callerPhone')}
        <input
          name="call-telephone"
          value={value.telephone}
          maxLength={40}
          dir="ltr"
          inputMode="tel"
          autoComplete="off"
          onChange={(event) => change({ telephone: event.target.value })}
        />
      </label>
      {!reachable && <p className="inc-wide sub">{say('needsLink')}</p>}
      {problem && (
        <p role="alert" className="inc-wide">
          {problem}
        </p>
      )}
      <div className="inc-buttons">
        <button type="submit" className="primary" disabled={busy || !reachable}>
          {tell('joinCall')}
        </button>
      </div>
    </form>
  );
}
