import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { dropForm, keepForm, recallForm } from '../../platform/offline/form-draft.ts';
import { outbox } from '../../platform/offline/outbox.ts';
import { sentenceOf } from '../../platform/send.ts';
import { useText } from '../../platform/text.ts';
import type { TypeView } from './reference.ts';

/** What stands in the form, kept at every key: a reload, a time-out or a power cut loses nothing. */
export interface Typed {
  incidentId: string;
  type: string;
  place: string;
  what: string;
}

interface NewIncidentProps {
  roomId: number;
  personId: string;
  types: readonly TypeView[];
  /** What to begin with, where a refused incident is corrected. */
  begin: Typed | null;
  close(): void;
  logged(incidentId: string): void;
}

const emptyForm = (): Typed => ({ incidentId: uuidv7(), type: '', place: '', what: '' });

/** Type by code or words in any language, place, what happened, Enter. */
export function NewIncident({ roomId, personId, types, begin, close, logged }: NewIncidentProps) {
  const { t, name, language } = useText();
  const key = `incident:${roomId}`;
  const [typed, setTyped] = useState<Typed>(() => begin ?? recallForm<Typed>(key, personId) ?? emptyForm());
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  // Once, when the form opens: the board redraws each second, and the hand may be in another field by then.
  useEffect(() => first.current?.focus(), []);
  const change = (field: 'type' | 'place' | 'what', value: string) => {
    const next = { ...typed, [field]: value };
    setTyped(next);
    keepForm(key, personId, next);
  };
  const found = typed.type ? matching(types, typed.type).slice(0, 6) : [];

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const type = found[0];
    if (!type) return setProblem(t('unknownType'));
    if (busy) return;
    setBusy(true);
    try {
      const { incidentId } = typed;
      await outbox.writeDown('logIncident', {
        incidentId,
        roomId,
        typeId: type.typeId,
        placeText: typed.place,
        narrative: typed.what,
      });
      dropForm(key);
      logged(incidentId);
      close();
    } catch (error) {
      setProblem(sentenceOf(error, language, t('failed')));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="new" onSubmit={submit} aria-label={t('newIncident')}>
      <h2 className="title">{t('newIncident')}</h2>
      <label>
        {t('type')}
        <input
          name="type"
          value={typed.type}
          onChange={(event) => change('type', event.target.value)}
          ref={first}
          autoComplete="off"
          required
        />
      </label>
      {found.length > 0 && (
        <ol className="found">
          {found.map((type, index) => (
            <li key={type.typeId} aria-current={index === 0}>
              <button type="button" tabIndex={-1} onClick={() => change('type', name(type))}>
                {name(type)} <bdi>{type.aliases[0]}</bdi>
              </button>
            </li>
          ))}
        </ol>
      )}
      <label>
        {t('place')}
        <input
          name="place"
          value={typed.place}
          onChange={(event) => change('place', event.target.value)}
          autoComplete="off"
          dir="auto"
          required
          maxLength={300}
        />
      </label>
      <label>
        {t('what')}
        <input
          name="what"
          value={typed.what}
          onChange={(event) => change('what', event.target.value)}
          autoComplete="off"
          dir="auto"
          maxLength={4000}
        />
      </label>
      {problem && <p role="alert">{problem}</p>}
      <div className="bar">
        <button type="submit" className="primary" disabled={busy}>
          {t('save')} <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={close}>
          {t('cancel')} <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  );
}

/** Selectable types whose code, alias or name in any language begins with or holds the words; exact and leading ones first. */
export function matching(types: readonly TypeView[], words: string): TypeView[] {
  const wanted = normaliseForSearch(words);
  const rank = (type: TypeView): number => {
    const names = [...type.aliases, type.nameAr, type.nameEn, type.nameFr].map(normaliseForSearch);
    if (names.includes(wanted)) return 0;
    if (names.some((one) => one.startsWith(wanted))) return 1;
    return names.some((one) => one.includes(wanted)) ? 2 : 3;
  };
  return types
    .filter((type) => type.selectable && type.active)
    .map((type) => ({ type, order: rank(type) }))
    .filter(({ order }) => order < 3)
    .sort((a, b) => a.order - b.order)
    .map(({ type }) => type);
}
