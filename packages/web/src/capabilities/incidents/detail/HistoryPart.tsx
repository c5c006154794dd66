import type { FieldChangeView } from '@marsad/contract/incidents/list-changes.ts';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../../../platform/api.ts';
import { sentenceOf } from '../../../platform/send.ts';
import { personIn, useText } from '../../../platform/text.ts';
import type { Reference } from '../reference.ts';
import type { RecordClock } from './record-clock.ts';
import { useRecordText } from './record-words.ts';
import { type Channel, useDetailText, wordOfField, wordOfPriority } from './words.ts';

interface Props {
  incidentId: string;
  version: number;
  reference: Reference | null;
  clock: RecordClock;
}

/** What each field was, became, by whom and why; the newest first. */
export function HistoryPart({ incidentId, version, reference, clock }: Props) {
  const { t, language } = useText();
  const say = useDetailText();
  const tell = useRecordText();
  const [rows, setRows] = useState<FieldChangeView[] | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const failed = t('failed');
  const read = useCallback(
    async (after: string | null) => {
      try {
        const page = await api.incidents.listChanges({ incidentId, ...(after && { cursor: after }) });
        setRows((before) => (after ? [...(before ?? []), ...page.items] : page.items));
        setCursor(page.nextCursor);
        setProblem(null);
      } catch (error) {
        setProblem(sentenceOf(error, language, failed));
      }
    },
    [incidentId, language, failed],
  );
  useEffect(() => {
    void version;
    read(null);
  }, [read, version]);
  const shown = useShownValue(reference, clock);
  return (
    <section className="inc-panel" aria-label={say('history')}>
      {rows === null && !problem && <p className="inc-hint">{t('loading')}</p>}
      {rows?.length === 0 && <p className="inc-hint">{tell('noChanges')}</p>}
      <ul className="inc-list inc-history">
        {rows?.map((row) => (
          <li key={row.changeId}>
            <bdi className="inc-when">{clock.format(new Date(row.at))}</bdi>
            <span className="grow">
              <b>{fieldName(row.field, say)}</b>{' '}
              <del>
                <bdi>{shown(row.field, row.oldValue)}</bdi>
              </del>{' '}
              <bdi>{shown(row.field, row.newValue)}</bdi>
              <span className="sub">
                {' '}
                <bdi>{personIn(language, row.authorName, row.authorNameLatin)}</bdi>
                {row.reason && (
                  <>
                    : <bdi>{row.reason}</bdi>
                  </>
                )}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {cursor && (
        <button type="button" className="chip" onClick={() => read(cursor)}>
          {tell('more')}
        </button>
      )}
      {problem && <p role="alert">{problem}</p>}
    </section>
  );
}

function fieldName(field: string, say: ReturnType<typeof useDetailText>): string {
  if (field === 'longitude' || field === 'latitude') return say(field);
  if (field === 'radius_metres') return say('radius');
  const word = wordOfField(field);
  return word ? say(word) : field;
}

/** A value as a person reads it: the name of a type, the word of a priority, the room's time. */
function useShownValue(reference: Reference | null, clock: RecordClock) {
  const { name } = useText();
  const say = useDetailText();
  const tell = useRecordText();
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return tell('empty');
    if (field === 'priority') return say(wordOfPriority(Number(value)));
    if (field === 'channel') return say(value as Channel);
    if (field === 'origin') return say(value === 'reported' ? 'originReported' : 'originPolice');
    const types = reference?.types ?? [];
    const endings = reference?.dispositions ?? [];
    const found =
      field === 'type_id'
        ? types.find((one) => one.typeId === value)
        : field === 'disposition'
          ? endings.find((one) => one.dispositionId === value)
          : undefined;
    if (found) return name(found);
    const isTime = typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
    // A moment that moved by a day must not read the same twice.
    return isTime ? clock.full(new Date(value)) : String(value);
  };
}
