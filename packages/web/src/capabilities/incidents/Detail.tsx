import type { BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import type { TimelineEntry } from '@marsad/contract/incidents/incident.ts';
import type { Waiting } from '../../platform/offline/database.ts';
import { useText } from '../../platform/text.ts';
import { AssignmentsPart } from './AssignmentsPart.tsx';
import { LifecyclePart } from './LifecyclePart.tsx';
import { NotePart } from './NotePart.tsx';
import type { Reference } from './reference.ts';
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
  dispositions: Reference['dispositions'];
  /** What of this incident still waits for the link. */
  waiting: readonly Waiting[];
}

/** The chosen incident: what and where, who is sent, its story. */
export function Detail(props: Props) {
  const { incidentId, version, personId, timeZone, title, free, may, dispositions, waiting } = props;
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
      {may('incident.close') && <LifecyclePart key={incidentId} detail={detail} dispositions={dispositions} />}
      <h3>{t('timeline')}</h3>
      <ol className="tl">
        {detail.timeline.map((entry) => (
          <li key={entry.entryId}>
            <time dateTime={entry.madeAt}>
              <bdi>{clock.format(new Date(entry.madeAt))}</bdi>
            </time>
            <Entry entry={entry} dispositions={dispositions} clock={clock} />
          </li>
        ))}
      </ol>
      <WaitingPart waiting={waiting} clock={clock} />
      {may('incident.note') && <NotePart key={incidentId} incidentId={incidentId} />}
    </article>
  );
}

interface EntryProps {
  entry: TimelineEntry;
  dispositions: Reference['dispositions'];
  clock: Intl.DateTimeFormat;
}

function Entry({ entry, dispositions, clock }: EntryProps) {
  const { t, name, language } = useText();
  const { callSign, status, to, disposition, until } = entry.data as Record<string, string | undefined>;
  const ending = dispositions.find((one) => one.code === disposition);
  return (
    <span>
      <b>
        <bdi>{entry.authorName}</bdi>
      </b>{' '}
      {entry.kind === 'assignment' && (
        <>
          <bdi>{callSign}</bdi> {statusIn(language, status as StatusWord)}
        </>
      )}
      {entry.kind === 'status' && (
        <>
          {statusIn(language, to as StatusWord)}
          {ending && ` · ${name(ending)}`}
          {until && (
            <>
              {' · '}
              <bdi>{clock.format(new Date(until)).slice(0, 5)}</bdi>
            </>
          )}
          {entry.text && ' · '}
          <bdi>{entry.text}</bdi>
        </>
      )}
      {entry.kind !== 'assignment' && entry.kind !== 'status' && <bdi>{entry.text ?? t('logged')}</bdi>}
    </span>
  );
}
