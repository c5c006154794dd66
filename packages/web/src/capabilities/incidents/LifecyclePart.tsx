import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import {
  type IncidentStatus,
  incidentMoves,
  isReopening,
  needsReason,
} from '@marsad/contract/incidents/incident-moves.ts';
import { type FormEvent, useState } from 'react';
import { outbox } from '../../platform/offline/outbox.ts';
import { serverNow } from '../../platform/offline/server-time.ts';
import { useDraft } from '../../platform/offline/use-draft.ts';
import { useSend } from '../../platform/send.ts';
import { useSession } from '../../platform/session.ts';
import { useText, type Word } from '../../platform/text.ts';
import type { Reference } from './reference.ts';

type To = 'open' | 'on_hold' | 'resolved' | 'closed' | 'cancelled' | 'referred';
type Disposition = Reference['dispositions'][number];

const words: Record<To, Word> = {
  open: 'moveOpen',
  on_hold: 'moveHold',
  resolved: 'moveResolved',
  closed: 'moveClosed',
  cancelled: 'moveCancelled',
  referred: 'moveReferred',
};
const holds: readonly [minutes: number, word: Word][] = [
  [30, 'minutes30'],
  [60, 'hour1'],
  [240, 'hours4'],
  [1440, 'hours24'],
];

/** Where the incident may go from here, and what each way asks for. */
export function LifecyclePart({
  detail,
  dispositions,
}: {
  detail: IncidentDetail;
  dispositions: readonly Disposition[];
}) {
  const { t } = useText();
  const { busy, problem, send } = useSend();
  const [to, setTo] = useState<To | null>(null);
  const from = detail.status as IncidentStatus;
  const ways = incidentMoves[from] as readonly To[];
  const { incidentId } = detail;
  const asks = (way: To): boolean => needsReason(from, way) || way === 'closed' || way === 'resolved';
  const choose = async (way: To) => {
    if (asks(way)) setTo(way === to ? null : way);
    else await send(() => outbox.perform('moveIncident', { incidentId, to: way }));
  };
  if (ways.length === 0) return null;
  return (
    <section aria-label={t('nextStep')}>
      <h3>{t('nextStep')}</h3>
      <div className="free-units">
        {ways.map((way) => (
          <button
            key={way}
            type="button"
            className="chip"
            aria-expanded={asks(way) ? to === way : undefined}
            disabled={busy}
            onClick={() => choose(way)}
          >
            {t(way === 'open' && !isReopening(from) ? 'moveResume' : words[way])}
          </button>
        ))}
      </div>
      {to && <MoveForm key={to} detail={detail} to={to} dispositions={dispositions} close={() => setTo(null)} />}
      {problem && <p role="alert">{problem}</p>}
    </section>
  );
}

interface MoveProps {
  detail: IncidentDetail;
  to: To;
  dispositions: readonly Disposition[];
  close(): void;
}

/** What the way asks for. It is kept until it is sent: another row looked at meanwhile costs no typing. */
function MoveForm({ detail, to, dispositions, close }: MoveProps) {
  const { t } = useText();
  const { session } = useSession();
  const { busy, problem, send } = useSend();
  const { incidentId } = detail;
  const draft = useDraft(`move:${incidentId}:${to}`, session.person.personId, {
    reason: '',
    disposition: String(detail.dispositionId ?? ''),
    hold: '60',
  });
  const { reason, disposition, hold } = draft.value;
  const ends = to === 'resolved' || to === 'closed';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const done = await send(() =>
      outbox.perform('moveIncident', {
        incidentId,
        to,
        reason: reason.trim() || undefined,
        dispositionId: ends && disposition ? Number(disposition) : undefined,
        holdUntil: to === 'on_hold' ? new Date(serverNow() + Number(hold) * 60_000).toISOString() : undefined,
      }),
    );
    if (!done) return;
    draft.drop();
    close();
  };
  return (
    <form className="move" onSubmit={submit}>
      {ends && (
        <DispositionField
          dispositions={dispositions}
          chosen={disposition}
          choose={(chosen) => draft.change({ disposition: chosen })}
          required={to === 'closed'}
        />
      )}
      {to === 'on_hold' && (
        <label>
          {t('lookAgain')}
          <select name="hold" value={hold} onChange={(event) => draft.change({ hold: event.target.value })}>
            {holds.map(([minutes, word]) => (
              <option key={minutes} value={minutes}>
                {t(word)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {t('reason')}
        <input
          name="reason"
          value={reason}
          maxLength={1000}
          dir="auto"
          autoComplete="off"
          required={needsReason(detail.status as IncidentStatus, to)}
          onChange={(event) => draft.change({ reason: event.target.value })}
        />
      </label>
      <button type="submit" className="primary" disabled={busy}>
        {t('confirm')}
      </button>
      {problem && <p role="alert">{problem}</p>}
    </form>
  );
}

interface DispositionProps {
  dispositions: readonly Disposition[];
  chosen: string;
  choose(disposition: string): void;
  required: boolean;
}

function DispositionField({ dispositions, chosen, choose, required }: DispositionProps) {
  const { t, name } = useText();
  return (
    <label>
      {t('disposition')}
      <select name="disposition" value={chosen} required={required} onChange={(event) => choose(event.target.value)}>
        <option value="">{t('choose')}</option>
        {dispositions
          .filter((one) => one.active && !one.code.includes('.'))
          .map((one) => (
            <option key={one.dispositionId} value={one.dispositionId}>
              {name(one)}
            </option>
          ))}
      </select>
    </label>
  );
}
