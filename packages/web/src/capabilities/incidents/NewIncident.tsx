import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { api } from '../../platform/api.ts';
import { useText } from '../../platform/text.ts';
import type { TypeView } from './Board.tsx';

interface NewIncidentProps {
  roomId: number;
  types: TypeView[];
  close(): void;
  logged(incidentId: string): void;
}

/** Type by code or words in any language, place, what happened, Enter. The ids are kept until the server has answered, so a repeat is harmless. */
export function NewIncident({ roomId, types, close, logged }: NewIncidentProps) {
  const { t, name } = useText();
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState('');
  const first = useRef<HTMLInputElement>(null);
  // Once, when the form opens: the board redraws each second, and the hand may be in another field by then.
  useEffect(() => first.current?.focus(), []);
  const ids = useRef({ commandId: uuidv7(), incidentId: uuidv7() });
  const found = words ? matching(types, words).slice(0, 6) : [];

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const type = found[0];
    if (!type) return setProblem(t('unknownType'));
    try {
      await api.incidents.logIncident({
        ...ids.current,
        roomId,
        typeId: type.typeId,
        placeText: String(form.get('place')),
        narrative: String(form.get('what')),
      });
      logged(ids.current.incidentId);
      close();
    } catch {
      // What was refused may be corrected and sent again: another command about the same incident.
      ids.current.commandId = uuidv7();
      setProblem(t('failed'));
    }
  };
  return (
    <form className="new" onSubmit={submit} aria-label={t('newIncident')}>
      <h2 className="title">{t('newIncident')}</h2>
      <label>
        {t('type')}
        <input value={words} onChange={(event) => setWords(event.target.value)} ref={first} required />
      </label>
      {found.length > 0 && (
        <ol className="found">
          {found.map((type, index) => (
            <li key={type.typeId} aria-current={index === 0}>
              <button type="button" tabIndex={-1} onClick={() => setWords(name(type))}>
                {name(type)} <bdi>{type.aliases[0]}</bdi>
              </button>
            </li>
          ))}
        </ol>
      )}
      <label>
        {t('place')}
        <input name="place" required maxLength={300} />
      </label>
      <label>
        {t('what')}
        <input name="what" maxLength={4000} />
      </label>
      {problem && <p role="alert">{problem}</p>}
      <div className="bar">
        <button type="submit" className="primary">
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
