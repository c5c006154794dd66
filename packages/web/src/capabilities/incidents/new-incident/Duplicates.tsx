import type { LikelyDuplicate } from '@marsad/contract/incidents/find-likely-duplicates.ts';
import type { KeyboardEvent, RefObject } from 'react';
import { useText } from '../../../platform/text.ts';
import { Glyph } from '../board/Glyph.tsx';
import { statusIn } from '../statuses.ts';
import { reasonWords, useFormText } from './words.ts';

interface Props {
  found: readonly LikelyDuplicate[];
  title(typeId: number): string;
  list: RefObject<HTMLUListElement | null>;
  join(incident: LikelyDuplicate): void;
  /** Up from the first: back to the field. */
  back(): void;
}

/** Incidents that may be the one the caller tells of, each with what speaks for it. Enter joins the call to one. */
export function Duplicates({ found, title, list, join, back }: Props) {
  const { language } = useText();
  const text = useFormText();
  if (found.length === 0) return null;
  const walk = (event: KeyboardEvent<HTMLButtonElement>, index: number) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const next = index + (event.key === 'ArrowDown' ? 1 : -1);
    if (next < 0) back();
    else list.current?.querySelectorAll('button')[Math.min(next, found.length - 1)]?.focus();
  };
  return (
    <section className="nif-duplicates" aria-label={text('duplicates')}>
      <h3 role="status">
        {text('duplicates')} <span className="nif-hint">{text('duplicatesHint')}</span>
      </h3>
      <ul ref={list}>
        {found.map((one, index) => (
          <li key={one.incidentId}>
            <button type="button" tabIndex={-1} onClick={() => join(one)} onKeyDown={(event) => walk(event, index)}>
              <Glyph priority={one.priority} />
              <b>{title(one.typeId)}</b> <bdi className="nif-code">{one.number}</bdi>
              <span className="nif-where" dir="auto">
                {one.placeText}
              </span>
              <span className="nif-why">
                {[...one.reasons.map((reason) => reasonWords(text, reason)), statusIn(language, one.status)].join(
                  ' · ',
                )}
              </span>
              <span className="nif-join">{text('join')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
