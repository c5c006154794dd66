import type { ClockView, IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { clockIn } from '@marsad/contract/incidents/incident-words.ts';
import { type FormEvent, useRef } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { outbox } from '../../../platform/offline/outbox.ts';
import { serverNow } from '../../../platform/offline/server-time.ts';
import { useDraft } from '../../../platform/offline/use-draft.ts';
import { useSend } from '../../../platform/send.ts';
import { useText } from '../../../platform/text.ts';
import { fromField, toField } from './local-time.ts';
import { useRecordText } from './record-words.ts';
import { useDetailText } from './words.ts';

interface Props {
  detail: IncidentDetail;
  personId: string;
  timeZone: string;
  corrected: ClockView | null;
  close(): void;
}

const ofUnits = ['acknowledged', 'en_route', 'on_scene', 'transport_started', 'transport_arrived', 'cleared'] as const;
const ofCall = ['call_started', 'answered'] as const;
type Told = (typeof ofUnits)[number] | (typeof ofCall)[number];

/** The time that was meant, and why; for a new one also which clock and whose. */
export function ClockForm({ detail, personId, timeZone, corrected, close }: Props) {
  const { language } = useText();
  const say = useDetailText();
  const tell = useRecordText();
  const { busy, problem, send } = useSend();
  const { incidentId, assignments } = detail;
  const began = useRef(corrected?.at ?? new Date(serverNow()).toISOString()).current;
  const draft = useDraft(`clock:${corrected?.clockId ?? incidentId}`, personId, {
    at: toField(began, timeZone, true),
    reason: '',
    of: assignments[0]?.assignmentId ?? '',
    clock: (assignments.length > 0 ? 'en_route' : 'call_started') as string,
  });
  const { at, reason, of, clock } = draft.value;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const moment = fromField(at, timeZone);
    if (moment === null) return;
    const given = { incidentId, clockId: uuidv7(), at: moment };
    const done = await send(() =>
      corrected
        ? outbox.perform('correctClock', { ...given, replaces: corrected.clockId, reason })
        : outbox.perform('addClock', {
            ...given,
            clock: clock as Told,
            assignmentId: of || undefined,
            reason: reason.trim() || undefined,
          }),
    );
    if (!done) return;
    draft.drop();
    close();
  };
  const clocks = of ? ofUnits : ofCall;
  return (
    <form className="inc-form" onSubmit={submit} aria-label={tell(corrected ? 'clock' : 'addClock')}>
      {!corrected && (
        <>
          <label>
            {tell('unit')}
            <select
              name="clock-unit"
              value={of}
              onChange={(event) =>
                draft.change({ of: event.target.value, clock: event.target.value ? 'en_route' : 'call_started' })
              }
            >
              {assignments.map((one) => (
                <option key={one.assignmentId} value={one.assignmentId}>
                  {one.callSign}
                </option>
              ))}
              <option value="">{say('calls')}</option>
            </select>
          </label>
          <label>
            {tell('clock')}
            <select name="clock-name" value={clock} onChange={(event) => draft.change({ clock: event.target.value })}>
              {clocks.map((one) => (
                <option key={one} value={one}>
                  {clockIn(language, one)}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      <label>
        {tell('at')}
        <input
          name="clock-at"
          type="datetime-local"
          step={1}
          dir="ltr"
          value={at}
          required
          onChange={(event) => draft.change({ at: event.target.value })}
        />
      </label>
      <label>
        {say('reason')}
        <input
          name="clock-reason"
          value={reason}
          maxLength={1000}
          dir="auto"
          autoComplete="off"
          required={corrected !== null}
          onChange={(event) => draft.change({ reason: event.target.value })}
        />
      </label>
      {problem && (
        <p role="alert" className="inc-wide">
          {problem}
        </p>
      )}
      <div className="inc-buttons">
        <button type="submit" className="primary" disabled={busy}>
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
