import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { Link } from '@tanstack/react-router';
import { useText } from '../../../platform/text.ts';
import { statusIn } from '../statuses.ts';
import type { RecordClock } from './record-clock.ts';
import { useDetailText, wordOfPriority } from './words.ts';

interface Props {
  detail: IncidentDetail;
  title: string;
  clock: RecordClock;
  /** Whether this is the page of the incident itself, which needs no way to itself. */
  onPage: boolean;
}

/** Number and channel, what, where and how sure of it. */
export function Head({ detail, title, clock, onPage }: Props) {
  const { language } = useText();
  const say = useDetailText();
  const { number, origin, channel, placeText, radiusMetres, longitude, priority } = detail;
  // What the story opens with need not be said twice; what was corrected or added since is said here.
  const told = detail.narrative !== '' && detail.timeline[0]?.text !== detail.narrative;
  return (
    <>
      <div className="no inc-head">
        {onPage ? (
          <bdi>{number}</bdi>
        ) : (
          <Link to={`/incidents/${detail.incidentId}` as string} title={say('openPage')}>
            <bdi>{number}</bdi>
          </Link>
        )}
        <span>
          <bdi>{clock.full(new Date(detail.createdAt)).slice(0, -3)}</bdi> ·{' '}
          {origin === 'police_initiated'
            ? say('initiatedBy')
            : channel
              ? `${say('reportedBy')} ${say(channel)}`
              : say('originReported')}
        </span>
      </div>
      <div className="inc-title">
        <h2 className="title">{title}</h2>
        <span className={`inc-priority is-p${priority}`}>{say(wordOfPriority(priority))}</span>
        <span className="chip">{statusIn(language, detail.status)}</span>
      </div>
      <p className="sub">
        <bdi>{placeText}</bdi>
        {longitude !== null && radiusMetres !== null && (
          <>
            {' '}
            <bdi>
              (± {radiusMetres} {say('metres')})
            </bdi>
          </>
        )}
      </p>
      {told && (
        <p className="inc-narrative" dir="auto">
          {detail.narrative}
        </p>
      )}
    </>
  );
}
