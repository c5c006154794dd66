import type { ClockView, IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { isIncidentOver } from '@marsad/contract/incidents/incident-moves.ts';
import { clockIn } from '@marsad/contract/incidents/incident-words.ts';
import { useState } from 'react';
import { useText } from '../../../platform/text.ts';
import { ClockForm } from './ClockForm.tsx';
import type { RecordClock } from './record-clock.ts';
import { useRecordText } from './record-words.ts';
import { useDetailText } from './words.ts';

interface Props {
  detail: IncidentDetail;
  personId: string;
  timeZone: string;
  mayCorrect: boolean;
  clock: RecordClock;
}

/** Every clock as it counts, with what it corrects beside it; and the way to correct or add one. */
export function ClocksPart({ detail, personId, timeZone, mayCorrect, clock }: Props) {
  const { language } = useText();
  const say = useDetailText();
  const tell = useRecordText();
  const [open, setOpen] = useState<string | null>(null);
  const byId = new Map(detail.clocks.map((one) => [one.clockId, one]));
  const replaced = new Set(detail.clocks.map((one) => one.replaces));
  const units = new Map(detail.assignments.map((one) => [one.assignmentId, one.callSign]));
  const before = (one: ClockView): ClockView[] => {
    const old = one.replaces ? byId.get(one.replaces) : undefined;
    return old ? [old, ...before(old)] : [];
  };
  const correctable = mayCorrect && !isIncidentOver(detail.status);
  const toggle = (id: string) => setOpen(open === id ? null : id);
  return (
    <section className="inc-panel" aria-label={say('clocks')}>
      <ul className="inc-list">
        {detail.clocks
          .filter((one) => !replaced.has(one.clockId))
          .map((one) => (
            <li key={one.clockId} className="inc-clock">
              <bdi className="inc-when">{clock.format(new Date(one.at))}</bdi>
              <span className="grow">
                {one.assignmentId && (
                  <b>
                    <bdi>{units.get(one.assignmentId)}</bdi>{' '}
                  </b>
                )}
                {clockIn(language, one.clock)}
                {one.source === 'import' && <span className="sub"> · {tell('imported')}</span>}
                {before(one).map((old, index) => (
                  <span key={old.clockId} className="inc-was">
                    {' '}
                    <del>
                      <bdi>{clock.format(new Date(old.at))}</bdi>
                    </del>{' '}
                    {index === 0 && one.reason && <bdi>{one.reason}</bdi>}
                  </span>
                ))}
              </span>
              {correctable && one.clock !== 'classified' && (
                <button
                  type="button"
                  className="inc-quiet"
                  aria-expanded={open === one.clockId}
                  onClick={() => toggle(one.clockId)}
                >
                  {say('correct')}
                </button>
              )}
              {open === one.clockId && (
                <ClockForm
                  detail={detail}
                  personId={personId}
                  timeZone={timeZone}
                  corrected={one}
                  close={() => setOpen(null)}
                />
              )}
            </li>
          ))}
      </ul>
      {correctable && (
        <div className="inc-line">
          <button type="button" className="chip" aria-expanded={open === 'new'} onClick={() => toggle('new')}>
            {tell('addClock')}
          </button>
        </div>
      )}
      {open === 'new' && (
        <ClockForm
          detail={detail}
          personId={personId}
          timeZone={timeZone}
          corrected={null}
          close={() => setOpen(null)}
        />
      )}
    </section>
  );
}
