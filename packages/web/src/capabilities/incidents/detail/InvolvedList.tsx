import type { InvolvedPersonView, InvolvedVehicleView } from '@marsad/contract/incidents/involved.ts';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { api } from '../../../platform/api.ts';
import { colonIn, useText } from '../../../platform/text.ts';
import { InvolvedForm } from './InvolvedForm.tsx';
import { useRecordText } from './record-words.ts';
import type { Involved } from './use-involved.ts';
import { WithdrawForm } from './WithdrawForm.tsx';

interface Props {
  incidentId: string;
  involved: Involved;
  mayWrite: boolean;
  busy: boolean;
  write(work: () => Promise<unknown>): Promise<boolean>;
}
type Entry = ({ kind: 'person' } & InvolvedPersonView) | ({ kind: 'vehicle' } & InvolvedVehicleView);

/** Each entry as it stands, with what it corrects struck through beneath it. */
export function InvolvedList({ incidentId, involved, mayWrite, busy, write }: Props) {
  const { language } = useText();
  const tell = useRecordText();
  const [open, setOpen] = useState<{ id: string; what: 'correct' | 'withdraw' } | null>(null);
  const entries: Entry[] = [
    ...involved.people.map((one) => ({ kind: 'person' as const, ...one })),
    ...involved.vehicles.map((one) => ({ kind: 'vehicle' as const, ...one })),
  ];
  const byId = new Map(entries.map((entry) => [entry.involvedId, entry]));
  const replaced = new Set(entries.map((entry) => entry.corrects));
  const before = (entry: Entry): Entry[] => {
    const old = entry.corrects ? byId.get(entry.corrects) : undefined;
    return old ? [old, ...before(old)] : [];
  };
  const toggle = (id: string, what: 'correct' | 'withdraw') =>
    setOpen(open?.id === id && open.what === what ? null : { id, what });
  const withdraw = ({ kind, involvedId: corrects }: Entry, reason: string) => {
    const command = { commandId: uuidv7(), involvedId: uuidv7(), incidentId, kind, corrects, reason };
    return write(() => api.incidents.withdrawInvolved(command));
  };
  return (
    <ul className="inc-involved">
      {entries
        .filter((entry) => !replaced.has(entry.involvedId))
        .map((entry) => (
          <li key={entry.involvedId}>
            {entry.withdrawn ? (
              <span className="inc-was">
                {tell('withdrawn')}
                {colonIn(language)}
                <bdi>{entry.reason}</bdi>
              </span>
            ) : (
              <Shown entry={entry} />
            )}
            {before(entry).map((old) => (
              <del key={old.involvedId}>
                <Shown entry={old} />
              </del>
            ))}
            {mayWrite && !entry.withdrawn && (
              <span className="inc-line">
                <button type="button" className="inc-quiet" onClick={() => toggle(entry.involvedId, 'correct')}>
                  {tell('correctEntry')}
                </button>
                <button type="button" className="inc-quiet" onClick={() => toggle(entry.involvedId, 'withdraw')}>
                  {tell('withdraw')}
                </button>
              </span>
            )}
            {open?.id === entry.involvedId && open.what === 'correct' && (
              <InvolvedForm
                kind={entry.kind}
                incidentId={incidentId}
                corrected={entry}
                busy={busy}
                write={write}
                close={() => setOpen(null)}
              />
            )}
            {open?.id === entry.involvedId && open.what === 'withdraw' && (
              <WithdrawForm
                id={entry.involvedId}
                busy={busy}
                withdraw={(reason) => withdraw(entry, reason)}
                close={() => setOpen(null)}
              />
            )}
          </li>
        ))}
    </ul>
  );
}

function Shown({ entry }: { entry: Entry }) {
  const tell = useRecordText();
  return (
    <span className="inc-shown">
      <span className="inc-tag">{tell(entry.involvement)}</span>
      {entry.kind === 'person' ? (
        <>
          <b>
            <bdi>{entry.name}</bdi>
          </b>{' '}
          <bdi dir="ltr">{entry.telephone}</bdi>
          {entry.details && (
            <span className="sub">
              <bdi>{entry.details}</bdi>
            </span>
          )}
        </>
      ) : (
        <>
          <b>
            <bdi>{entry.plate}</bdi>
          </b>{' '}
          <bdi>{entry.description}</bdi>
        </>
      )}
    </span>
  );
}
