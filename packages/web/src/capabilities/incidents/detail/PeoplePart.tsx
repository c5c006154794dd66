import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { IconLock } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { inDigits } from '../../../platform/digits.ts';
import { useReachable } from '../../../platform/offline/link.ts';
import { useDraft } from '../../../platform/offline/use-draft.ts';
import { useSession } from '../../../platform/session.ts';
import { InvolvedForm } from './InvolvedForm.tsx';
import { InvolvedList } from './InvolvedList.tsx';
import type { RecordClock } from './record-clock.ts';
import { useRecordText } from './record-words.ts';
import { useInvolved } from './use-involved.ts';
import { useDetailText } from './words.ts';

interface Props {
  detail: IncidentDetail;
  may(action: string): boolean;
  clock: RecordClock;
}

/** The people and vehicles involved: counted for all, shown on a logged request, or for a written reason. */
export function PeoplePart({ detail, may, clock }: Props) {
  const say = useDetailText();
  const tell = useRecordText();
  const reachable = useReachable();
  const involved = useInvolved(detail.incidentId);
  const [adding, setAdding] = useState<'person' | 'vehicle' | null>(null);
  const { shown, locked, busy, problem } = involved;
  const count = detail.peopleCount + detail.vehicleCount;
  return (
    <section className="inc-panel" aria-label={say('people')}>
      <div className="inc-line">
        <span>
          {tell('persons')} <bdi>{inDigits(detail.peopleCount)}</bdi> · {tell('vehicles')}{' '}
          <bdi>{inDigits(detail.vehicleCount)}</bdi>
        </span>
        {shown?.until && (
          <span className="sub">
            {tell('openUntil')} <bdi>{clock.minutes(new Date(shown.until))}</bdi>
          </span>
        )}
        <span className="grow" />
        {shown ? (
          <button type="button" className="chip" onClick={involved.hide}>
            {tell('hide')}
          </button>
        ) : (
          !locked && (
            <button type="button" className="chip" disabled={busy || !reachable || count === 0} onClick={involved.show}>
              <IconLock size={13} stroke={1.8} aria-hidden /> {tell('show')}
            </button>
          )
        )}
      </div>
      {!reachable && <p className="sub">{say('needsLink')}</p>}
      {reachable && !shown && <p className="inc-hint">{count === 0 ? tell('nobody') : tell('logged')}</p>}
      {locked && !shown && (
        <Glass
          incidentId={detail.incidentId}
          may={may('people.break_glass')}
          busy={busy || !reachable}
          breakGlass={involved.breakGlass}
        />
      )}
      {shown && (
        <InvolvedList
          incidentId={detail.incidentId}
          involved={shown}
          mayWrite={may('people.write')}
          busy={busy}
          write={involved.write}
        />
      )}
      {problem && <p role="alert">{problem}</p>}
      {may('people.write') && (
        <div className="inc-line">
          {(['person', 'vehicle'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              className="chip"
              aria-expanded={adding === kind}
              disabled={!reachable}
              onClick={() => setAdding(adding === kind ? null : kind)}
            >
              {tell(kind === 'person' ? 'addPerson' : 'addVehicle')}
            </button>
          ))}
        </div>
      )}
      {adding && (
        <InvolvedForm
          key={adding}
          kind={adding}
          incidentId={detail.incidentId}
          corrected={null}
          busy={busy || !reachable}
          write={involved.write}
          close={() => setAdding(null)}
        />
      )}
    </section>
  );
}

interface GlassProps {
  incidentId: string;
  may: boolean;
  busy: boolean;
  breakGlass(reason: string): Promise<boolean>;
}

function Glass({ incidentId, may, busy, breakGlass }: GlassProps) {
  const tell = useRecordText();
  const { session } = useSession();
  // The reason may name somebody: it ends with the window.
  const draft = useDraft(`glass:${incidentId}`, session.person.personId, { reason: '' }, { store: sessionStorage });
  const { reason } = draft.value;
  if (!may) return <p className="inc-hint">{tell('noGlass')}</p>;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await breakGlass(reason)) draft.drop();
  };
  return (
    <form className="inc-glass" onSubmit={submit}>
      <label>
        {tell('glassWhy')}
        <input
          name="glass-reason"
          value={reason}
          minLength={10}
          maxLength={1000}
          dir="auto"
          autoComplete="off"
          required
          onChange={(event) => draft.change({ reason: event.target.value })}
        />
      </label>
      <button type="submit" className="primary" disabled={busy || reason.trim().length < 10}>
        {tell('glassOpen')}
      </button>
    </form>
  );
}
