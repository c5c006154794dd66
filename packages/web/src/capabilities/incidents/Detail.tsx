import type { BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import type { TimelineEntry } from '@marsad/contract/incidents/incident.ts';
import type { Waiting } from '../../platform/offline/database.ts';
import { useText } from '../../platform/text.ts';
import { AssignmentsPart } from './AssignmentsPart.tsx';
import { NotePart } from './NotePart.tsx';
import { type StatusWord, statusIn } from './statuses.ts';
import { useDetail } from './use-detail.ts';
import { WaitingPart } from './WaitingPart.tsx';

interface Props {
  incidentId: string;
  /** The version the board knows: a new one on the stream is the reason to read again. */
  version: number;
  personId: string;
  /** The room's: its screens show its own time. */
  timeZone: string;
  title(typeId: number): string;
  /** Units of the room that work on nothing now. */
  free: readonly BoardUnit[];
  may(action: string): boolean;
  /** What of this incident still waits for the link. */
  waiting: readonly Waiting[];
}

/** The chosen incident: what and where, who is sent, its story. */
export function Detail({ incidentId, version, personId, timeZone, title, free, may, waiting }: Props) {
  const { t, language } = useText();
  const detail = useDetail(incidentId, version, personId);
  if (!detail) return <p className="state">{t('loading')}</p>;
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' });
  return (
    <article>
      <div className="no">
        <bdi>{detail.number}</bdi> <span className="chip">{statusIn(language, detail.status)}</span>
      </div>
      <h2 className="title">{title(detail.typeId)}</h2>
      <p className="sub">{detail.placeText}</p>
      <AssignmentsPart
        incidentId={incidentId}
        assignments={detail.assignments}
        free={free}
        mayDispatch={may('incident.dispatch')}
      />
      <h3>{t('timeline')}</h3>
      <ol className="tl">
        {detail.timeline.map((entry) => (
          <li key={entry.entryId}>
            <time dateTime={entry.madeAt}>
              <bdi>{clock.format(new Date(entry.madeAt))}</bdi>
            </time>
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
      <WaitingPart waiting={waiting} clock={clock} />
      {may('incident.note') && <NotePart key={incidentId} incidentId={incidentId} />}
    </article>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { t, language } = useText();
  return (
    <span>
      <b>
        <bdi>{entry.authorName}</bdi>
      </b>{' '}
      {entry.kind === 'assignment' ? (
        <>
          <bdi>{String(entry.data.callSign)}</bdi> {statusIn(language, entry.data.status as StatusWord)}
        </>
      ) : (
        (entry.text ?? t('logged'))
      )}
    </span>
  );
}
