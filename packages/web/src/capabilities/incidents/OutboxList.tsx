import { serverNow } from '../../platform/offline/server-time.ts';
import { recordClock } from './detail/record-clock.ts';
import './outbox-list.css';
import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Waiting } from '../../platform/offline/database.ts';
import { recall } from '../../platform/offline/kept.ts';
import { useUnkept } from '../../platform/offline/outbox.ts';
import { useText } from '../../platform/text.ts';
import { logInputOf } from './drafts.ts';
import { WaitingPart } from './WaitingPart.tsx';

interface Props {
  waiting: readonly Waiting[];
  timeZone: string;
  close(): void;
}

/** Everything of a person that the server has not taken, by incident, wherever it was made: what was refused comes first. */
export function OutboxList({ waiting, timeZone, close }: Props) {
  const { t, language } = useText();
  const unkept = useUnkept();
  const clock = recordClock(new Date(serverNow()).toISOString(), timeZone, language);
  const incidents = [...Map.groupBy(waiting, (row) => row.incidentId)].sort(
    ([, a], [, b]) => Number(isStopped(b)) - Number(isStopped(a)),
  );
  return (
    <>
      <div className="outbox-head">
        <h2>{t('waitingTitle')}</h2>
        <button type="button" className="chip" onClick={close}>
          {t('closeWord')}
        </button>
      </div>
      {unkept > 0 && <p role="alert">{t('unkeptLong')}</p>}
      {incidents.length === 0 && <p className="state">{t('waitingNone')}</p>}
      {incidents.map(([incidentId, rows]) => (
        <section key={incidentId}>
          <Of rows={rows} incidentId={incidentId} close={close} />
          <WaitingPart waiting={rows} clock={clock} />
        </section>
      ))}
    </>
  );
}

const isStopped = (rows: readonly Waiting[]): boolean => rows.some((row) => row.state === 'refused');

/** Which incident it is about, and the way there: one that the server does not know stands on its room's board alone. */
function Of({ rows, incidentId, close }: { rows: readonly Waiting[]; incidentId: string; close(): void }) {
  const [known, setKnown] = useState<string>('');
  const personId = rows[0]?.personId ?? '';
  const log = rows.find((row) => row.name === 'logIncident');
  useEffect(() => {
    recall<IncidentDetail>(`incident:${incidentId}`, personId).then((found) => {
      if (found) setKnown([found.value.number, found.value.placeText].filter(Boolean).join(' · '));
    });
  }, [incidentId, personId]);
  const to = log ? `/?room=${logInputOf(log).roomId}&incident=${incidentId}` : `/incidents/${incidentId}`;
  return (
    <h3>
      <Link to={to as string} onClick={close} dir="auto">
        {log ? logInputOf(log).placeText : known || incidentId.slice(-8)}
      </Link>
    </h3>
  );
}
