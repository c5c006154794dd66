import type { BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { useEffect, useState } from 'react';
import { api } from '../../platform/api.ts';
import { useText } from '../../platform/text.ts';
import { AssignmentsPart } from './AssignmentsPart.tsx';
import { NotePart } from './NotePart.tsx';
import { type StatusWord, statusIn } from './statuses.ts';

interface Props {
  incidentId: string;
  /** The version the board knows: a new one on the stream is the reason to read again. */
  version: number;
  title(typeId: number): string;
  /** Units of the room that work on nothing now. */
  free: readonly BoardUnit[];
  may(action: string): boolean;
}

/** The chosen incident: what and where, who is sent, its story. */
export function Detail({ incidentId, version, title, free, may }: Props) {
  const { t, language } = useText();
  const [detail, setDetail] = useState<IncidentDetail | null>(null);
  useEffect(() => {
    let ended = false;
    api.incidents.getIncident({ incidentId }).then(
      (found) => {
        // An answer from before the version the board knows is not shown.
        if (!ended && found.version >= version) setDetail(found);
      },
      () => {},
    );
    return () => {
      ended = true;
    };
  }, [incidentId, version]);
  if (detail?.incidentId !== incidentId) return <p className="state">{t('loading')}</p>;
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
              <bdi>{new Date(entry.madeAt).toLocaleTimeString('en-GB')}</bdi>
            </time>
            <span>
              <b>{entry.authorName}</b>{' '}
              {entry.kind === 'assignment' ? (
                <>
                  <bdi>{String(entry.data.callSign)}</bdi> {statusIn(language, entry.data.status as StatusWord)}
                </>
              ) : (
                (entry.text ?? t('logged'))
              )}
            </span>
          </li>
        ))}
      </ol>
      {may('incident.note') && <NotePart key={incidentId} incidentId={incidentId} />}
    </article>
  );
}
