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
import { useSend } from '../../platform/send.ts';
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
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!to || busy) return;
    const form = new FormData(event.currentTarget);
    const given = (name: string): string | undefined => String(form.get(name) ?? '').trim() || undefined;
    const disposition = given('disposition');
    const hold = given('hold');
    const done = await send(() =>
      outbox.perform('moveIncident', {
        incidentId,
        to,
        reason: given('reason'),
        dispositionId: disposition ? Number(disposition) : undefined,
        holdUntil: hold ? new Date(serverNow() + Number(hold) * 60_000).toISOString() : undefined,
      }),
    );
    if (done) setTo(null);
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
      {to && (
        <form className="move" key={to} onSubmit={submit}>
          {(to === 'resolved' || to === 'closed') && (
            <DispositionField dispositions={dispositions} chosen={detail.dispositionId} required={to === 'closed'} />
          )}
          {to === 'on_hold' && (
            <label>
              {t('lookAgain')}
              <select name="hold" defaultValue="60">
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
            <input name="reason" maxLength={1000} dir="auto" autoComplete="off" required={needsReason(from, to)} />
          </label>
          <button type="submit" className="primary" disabled={busy}>
            {t('confirm')}
          </button>
        </form>
      )}
      {problem && <p role="alert">{problem}</p>}
    </section>
  );
}

interface DispositionProps {
  dispositions: readonly Disposition[];
  chosen: number | null;
  required: boolean;
}

function DispositionField({ dispositions, chosen, required }: DispositionProps) {
  const { t, name } = useText();
  return (
    <label>
      {t('disposition')}
      <select name="disposition" defaultValue={chosen ?? ''} required={required}>
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
