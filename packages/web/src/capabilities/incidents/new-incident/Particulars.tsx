import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { useState } from 'react';
import type { Caller, Typed } from './typed.ts';
import { useFormText } from './words.ts';

interface Props {
  typed: Typed;
  caller: Caller;
  change(more: Partial<Typed>): void;
  setCaller(caller: Caller): void;
  clock: Intl.DateTimeFormat;
  /** What of the times cannot be sent. */
  wrong: 'times' | 'scheduled' | null;
  whenNeeded: boolean;
  /** Incidents of the board that this one may be part of. */
  parents: readonly BoardIncident[];
  title(typeId: number): string;
}

/** Who calls, when it happened, and what is seldom asked. */
export function Particulars({ typed, caller, change, setCaller, clock, wrong, whenNeeded, parents, title }: Props) {
  const text = useFormText();
  const [left, setLeft] = useState(false);
  const when = typed.when ?? 'now';
  return (
    <>
      <fieldset className="nif-pair">
        <legend>
          {text('caller')} <span className="nif-hint">{text('restricted')}</span>
        </legend>
        <input
          name="callerName"
          aria-label={text('callerName')}
          placeholder={text('callerName')}
          value={caller.name}
          maxLength={200}
          autoComplete="off"
          dir="auto"
          onChange={(event) => setCaller({ ...caller, name: event.target.value })}
        />
        <input
          name="callerTelephone"
          type="tel"
          aria-label={text('callerTelephone')}
          placeholder={text('callerTelephone')}
          value={caller.telephone}
          maxLength={40}
          autoComplete="off"
          dir="auto"
          onChange={(event) => setCaller({ ...caller, telephone: event.target.value })}
        />
      </fieldset>
      <fieldset
        className="nif-when"
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setLeft(true)}
      >
        <legend>
          {text('when')} {whenNeeded && <span className="nif-needed">{text('neededToClose')}</span>}
        </legend>
        {(['now', 'earlier', 'unknown'] as const).map((one) => (
          <label key={one} className="nif-choice">
            <input
              type="radio"
              name="when"
              checked={when === one}
              onChange={() => change({ when: one === 'now' ? undefined : one })}
            />
            {text(one)}
            {/* Of a call taken up again it is the moment at which it was told. */}
            {one === 'now' && typed.openedAt && (
              <bdi className="nif-hint">{clock.format(new Date(typed.openedAt))}</bdi>
            )}
          </label>
        ))}
        {when === 'earlier' && (
          <span className="nif-window">
            {(['from', 'to'] as const).map((one) => (
              <label key={one}>
                {text(one)}
                <input
                  type="datetime-local"
                  name={`occurred-${one}`}
                  value={typed[one] ?? ''}
                  onChange={(event) => change({ [one]: event.target.value })}
                  aria-invalid={left && wrong === 'times'}
                />
              </label>
            ))}
          </span>
        )}
        {left && wrong === 'times' && <p className="nif-problem">{text('timeWrong')}</p>}
      </fieldset>
      <details className="nif-more">
        <summary>{text('more')}</summary>
        <label>
          {text('parent')}
          <select
            name="parent"
            value={typed.parentId ?? ''}
            onChange={(event) => change({ parentId: event.target.value || undefined })}
          >
            <option value="">{text('none')}</option>
            {parents.map((one) => (
              <option key={one.incidentId} value={one.incidentId}>
                {[one.number, title(one.typeId), one.placeText].filter(Boolean).join(' · ')}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text('scheduled')}
          <input
            type="datetime-local"
            name="scheduled"
            value={typed.scheduledFor ?? ''}
            onChange={(event) => change({ scheduledFor: event.target.value || undefined })}
            aria-invalid={wrong === 'scheduled'}
          />
        </label>
        {wrong === 'scheduled' && <p className="nif-problem">{text('scheduledWrong')}</p>}
      </details>
    </>
  );
}
