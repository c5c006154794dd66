import './new-incident/new-incident.css';
import type { LikelyDuplicate } from '@marsad/contract/incidents/find-likely-duplicates.ts';
import type { BoardIncident } from '@marsad/contract/incidents/incident.ts';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { v7 as uuidv7 } from 'uuid';
import { clockFormat } from '../../platform/locales.ts';
import { outbox } from '../../platform/offline/outbox.ts';
import { serverNow } from '../../platform/offline/server-time.ts';
import { sentenceOf } from '../../platform/send.ts';
import { useText } from '../../platform/text.ts';
import { Choices, nextChannel } from './new-incident/Choices.tsx';
import { Duplicates } from './new-incident/Duplicates.tsx';
import { EndButtons } from './new-incident/EndButtons.tsx';
import { type Begun, halfTyped } from './new-incident/half-typed.ts';
import { Particulars } from './new-incident/Particulars.tsx';
import { PlaceField } from './new-incident/PlaceField.tsx';
import { PutAside } from './new-incident/PutAside.tsx';
import { TypeField } from './new-incident/TypeField.tsx';
import { inputOf, type Typed, timesOf } from './new-incident/typed.ts';
import { useForm } from './new-incident/use-form.ts';
import { useLikelyDuplicates } from './new-incident/use-likely-duplicates.ts';
import { useFormText } from './new-incident/words.ts';
import type { TypeView } from './reference.ts';

interface Props {
  roomId: number;
  personId: string;
  timeZone: string;
  types: readonly TypeView[];
  /** Incidents of the board, of which the new one may be a part. */
  incidents: readonly BoardIncident[];
  title(typeId: number): string;
  /** What to begin with: an empty form, one put aside, or an incident that was refused. */
  begin: Begun;
  /** Another call that was put aside takes the place of this one. */
  takeUp(typed: Typed): void;
  close(): void;
  logged(incidentId: string): void;
}

/** Type by code or words, place, what happened, Enter: in the order in which it is spoken, and all of it by keys. */
export function NewIncident(props: Props) {
  const { roomId, personId, timeZone, types, incidents, title, begin, takeUp, close, logged } = props;
  const { t, name, language } = useText();
  const text = useFormText();
  const { typed, caller, kept, change, setCaller, drop } = useForm(roomId, personId, begin);
  const [aside] = useState(() => halfTyped(roomId, personId, begin.typed.incidentId));
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLInputElement>(null);
  const what = useRef<HTMLInputElement>(null);
  const duplicates = useRef<HTMLUListElement>(null);
  // Once, when the form opens: the board redraws each second, and the hand may be in another field by then.
  useEffect(() => first.current?.focus(), []);
  const type = types.find((one) => one.typeId === typed.typeId);
  const found = useLikelyDuplicates({
    roomId,
    typeId: typed.typeId,
    placeText: typed.place,
    chosen: typed.chosen,
  }).filter((one) => one.incidentId !== typed.incidentId);
  const times = timesOf(typed, timeZone, serverNow());
  const clock = clockFormat(language, timeZone, 'short');
  const needs = (field: string) => type?.requiredFields.includes(field) ?? false;

  const send = async (command: () => Promise<void>, incidentId: string) => {
    if (busy) return;
    setBusy(true);
    try {
      await command();
      drop();
      logged(incidentId);
      close();
    } catch (error) {
      setProblem(sentenceOf(error, language, t('failed')));
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!type) {
      first.current?.focus();
      return setProblem(t('unknownType'));
    }
    if (typed.place.trim() === '') {
      place.current?.focus();
      return setProblem(text('placeNeeded'));
    }
    if (times.wrong) return setProblem(text(times.wrong === 'times' ? 'timeWrong' : 'scheduledWrong'));
    const input = inputOf(typed, caller, roomId, type.typeId, times);
    return send(() => outbox.writeDown('logIncident', input), typed.incidentId);
  };
  const join = ({ incidentId }: LikelyDuplicate) => {
    const told = [typed.place, typed.what].map((one) => one.trim()).filter(Boolean);
    const { involvedId } = caller;
    const named = caller.name.trim() || caller.telephone.trim();
    const input = {
      incidentId,
      callId: uuidv7(),
      channel: typed.channel ?? ('telephone' as const),
      text: told.join(' · '),
      ...(named && { caller: { involvedId, name: caller.name, telephone: caller.telephone } }),
    };
    return send(() => outbox.writeDown('addCall', input), incidentId);
  };
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const digit = /^(?:Digit|Numpad)([0-5])$/.exec(event.code)?.[1];
    if (!digit) return;
    event.preventDefault();
    if (digit === '0') {
      if (aside[0]) takeUp(aside[0]);
    } else if (digit === '5') change({ channel: nextChannel(typed.channel) });
    else change({ priority: Number(digit) });
  };
  const toDuplicates = () => duplicates.current?.querySelector('button')?.focus();
  return (
    <form className="new" onSubmit={submit} onKeyDown={press} aria-label={t('newIncident')} noValidate>
      <h2 className="title">{t('newIncident')}</h2>
      <PutAside calls={aside} clock={clock} takeUp={takeUp} />
      <TypeField
        types={types}
        value={typed.type}
        typeId={typed.typeId}
        field={first}
        type={(value) => change({ type: value, typeId: undefined })}
        take={(taken) => flushSync(() => change({ type: name(taken), typeId: taken.typeId }))}
        next={() => (typed.place === '' ? place.current?.focus() : first.current?.form?.requestSubmit())}
      />
      <PlaceField
        roomId={roomId}
        personId={personId}
        value={typed.place}
        chosen={typed.chosen}
        field={place}
        type={(value) => change({ place: value })}
        choose={(chosen, said) => change({ chosen, ...(said !== undefined && { place: said }) })}
        needed={needs('position')}
        down={toDuplicates}
      />
      <Duplicates found={found} title={title} list={duplicates} join={join} back={() => what.current?.focus()} />
      <label>
        {t('what')} {needs('narrative') && <span className="nif-needed">{text('neededToClose')}</span>}
        <input
          name="what"
          ref={what}
          value={typed.what}
          onChange={(event) => change({ what: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || found.length === 0) return;
            event.preventDefault();
            toDuplicates();
          }}
          autoComplete="off"
          dir="auto"
          maxLength={4000}
        />
      </label>
      {problem && <p role="alert">{problem}</p>}
      <EndButtons
        busy={busy}
        kept={kept}
        close={close}
        discard={() => {
          drop();
          close();
        }}
      />
      <Choices typed={typed} ofType={type?.priority} change={change} />
      <Particulars
        typed={typed}
        caller={caller}
        change={change}
        setCaller={setCaller}
        clock={clock}
        wrong={times.wrong}
        whenNeeded={needs('occurred')}
        parents={incidents.filter((one) => one.incidentId !== typed.incidentId && one.number !== null)}
        title={title}
      />
    </form>
  );
}
