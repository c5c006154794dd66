import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { personIn, useText } from '../../../platform/text.ts';
import type { Reference } from '../reference.ts';
import type { RecordClock } from './record-clock.ts';
import { StoryLine } from './StoryLine.tsx';
import { useEarlier } from './use-earlier.ts';
import { useDetailText } from './words.ts';

interface Props {
  incidentId: string;
  detail: Pick<IncidentDetail, 'timeline' | 'earlierCursor'>;
  reference: Reference | null;
  clock: RecordClock;
}

// What arrives later than this was made without a link, and both times are worth knowing.
const lateMilliseconds = 60_000;

/** The timeline as a story: who, when, what. */
export function Story({ incidentId, detail, reference, clock }: Props) {
  const { t, language } = useText();
  const say = useDetailText();
  const { entries: timeline, more, busy, problem } = useEarlier(incidentId, detail);
  return (
    <>
      <h3>{t('timeline')}</h3>
      {more && (
        <p className="inc-earlier">
          <button type="button" className="chip" disabled={busy} onClick={more}>
            {say(busy ? 'readingEarlier' : 'earlier')}
          </button>
        </p>
      )}
      {problem && <p role="alert">{problem}</p>}
      <ol className="tl">
        {timeline.map((entry) => {
          const late = Date.parse(entry.receivedAt) - Date.parse(entry.madeAt) > lateMilliseconds;
          return (
            <li key={entry.entryId} className={`inc-entry is-${entry.kind}`}>
              <time dateTime={entry.madeAt}>
                <bdi>{clock.format(new Date(entry.madeAt))}</bdi>
                {late && (
                  <span className="inc-received">
                    {say('arrivedAt')} <bdi>{clock.format(new Date(entry.receivedAt))}</bdi>
                  </span>
                )}
              </time>
              <span>
                {entry.authorName && (
                  <b>
                    <bdi>{personIn(language, entry.authorName, entry.authorNameLatin)}</bdi>{' '}
                  </b>
                )}
                <StoryLine entry={entry} reference={reference} clock={clock} />
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
