import type { IncidentChanges } from '@marsad/contract/incidents/change-incident.ts';
import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { type FormEvent, useEffect, useRef } from 'react';
import { useDraft } from '../../../platform/offline/use-draft.ts';
import { ChangeProblem } from './ChangeProblem.tsx';
import { fromField, toField } from './local-time.ts';
import { useChange } from './use-change.ts';
import { allChannels, type Channel, type DetailWord, useDetailText } from './words.ts';

interface Props {
  detail: IncidentDetail;
  personId: string;
  timeZone: string;
  close(): void;
}

const text = (value: number | null): string => (value === null ? '' : String(value));
const number = (value: string): number | null => (value.trim() === '' ? null : Number(value));

/** Correction of what was written: place, position, what happened, when, how it came in. */
export function CorrectForm({ detail, personId, timeZone, close }: Props) {
  const say = useDetailText();
  const first = useRef<HTMLInputElement>(null);
  const before = {
    placeText: detail.placeText,
    longitude: text(detail.longitude),
    latitude: text(detail.latitude),
    radiusMetres: text(detail.radiusMetres),
    narrative: detail.narrative,
    origin: detail.origin as string,
    channel: (detail.channel ?? 'telephone') as string,
    occurredFrom: toField(detail.occurredFrom, timeZone),
    occurredTo: toField(detail.occurredTo, timeZone),
    reason: '',
  };
  const draft = useDraft(`correct:${detail.incidentId}`, personId, before, { version: detail.version });
  const { value } = draft;
  const change = useChange(detail, draft.version, () => {
    draft.drop();
    close();
  });
  useEffect(() => first.current?.focus(), []);
  const differs = (field: keyof typeof before): boolean => field in draft.touched;
  const moved = differs('longitude') || differs('latitude');
  const changes: IncidentChanges = {
    ...(differs('placeText') && { placeText: value.placeText }),
    ...(moved && { longitude: number(value.longitude), latitude: number(value.latitude) }),
    ...(differs('radiusMetres') && { radiusMetres: number(value.radiusMetres) }),
    ...(differs('narrative') && { narrative: value.narrative }),
    ...(differs('origin') && { origin: value.origin as IncidentDetail['origin'] }),
    ...(differs('channel') && { channel: value.channel as Channel }),
    ...(differs('occurredFrom') && { occurredFrom: fromField(value.occurredFrom, timeZone) }),
    ...(differs('occurredTo') && { occurredTo: fromField(value.occurredTo, timeZone) }),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.send(changes, value.reason);
  };
  const field = (name: keyof typeof before, word: DetailWord, more: object = {}) => (
    <label>
      {say(word)}
      <input
        name={name}
        value={value[name]}
        autoComplete="off"
        onChange={(event) => draft.change({ [name]: event.target.value })}
        {...more}
      />
    </label>
  );
  const degrees = { inputMode: 'decimal', dir: 'ltr', pattern: '-?[0-9]{1,3}([.][0-9]{1,9})?' };
  return (
    <form className="inc-form" onSubmit={submit} aria-label={say('correct')}>
      <ChangeProblem change={change} />
      <label className="inc-wide">
        {say('place')}
        <input
          ref={first}
          name="placeText"
          value={value.placeText}
          maxLength={300}
          dir="auto"
          autoComplete="off"
          required
          onChange={(event) => draft.change({ placeText: event.target.value })}
        />
      </label>
      {field('latitude', 'latitude', degrees)}
      {field('longitude', 'longitude', degrees)}
      {field('radiusMetres', 'radius', { inputMode: 'numeric', dir: 'ltr', pattern: '[0-9]{0,6}' })}
      <label>
        {say('channel')}
        <select
          name="channel"
          value={value.channel}
          onChange={(event) => draft.change({ channel: event.target.value })}
        >
          {allChannels.map((one) => (
            <option key={one} value={one}>
              {say(one)}
            </option>
          ))}
        </select>
      </label>
      {field('occurredFrom', 'occurredFrom', { type: 'datetime-local', dir: 'ltr' })}
      {field('occurredTo', 'occurredTo', { type: 'datetime-local', dir: 'ltr' })}
      <label>
        {say('origin')}
        <select name="origin" value={value.origin} onChange={(event) => draft.change({ origin: event.target.value })}>
          <option value="reported">{say('originReported')}</option>
          <option value="police_initiated">{say('originPolice')}</option>
        </select>
      </label>
      <label className="inc-wide">
        {say('narrative')}
        <textarea
          name="narrative"
          value={value.narrative}
          maxLength={4000}
          rows={3}
          dir="auto"
          onChange={(event) => draft.change({ narrative: event.target.value })}
        />
      </label>
      <div className="inc-wide">{field('reason', 'reason', { maxLength: 1000, dir: 'auto' })}</div>
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
