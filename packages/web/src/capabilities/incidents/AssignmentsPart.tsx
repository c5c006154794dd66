import { assignmentMoves, isOver } from '@marsad/contract/incidents/assignment-moves.ts';
import type { BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import type { AssignmentView } from '@marsad/contract/incidents/incident.ts';
import { type FormEvent, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { api } from '../../platform/api.ts';
import { outbox } from '../../platform/offline/outbox.ts';
import { serverNow } from '../../platform/offline/server-time.ts';
import { useDraft } from '../../platform/offline/use-draft.ts';
import { useSend } from '../../platform/send.ts';
import { useSession } from '../../platform/session.ts';
import { useText } from '../../platform/text.ts';
import { useDetailText } from './detail/words.ts';
import { statusIn } from './statuses.ts';

interface Props {
  incidentId: string;
  assignments: readonly AssignmentView[];
  free: readonly BoardUnit[];
  mayDispatch: boolean;
  mayCorrect: boolean;
}

const fewUnits = 8;
type Moved = Parameters<typeof api.incidents.moveAssignment>[0]['to'];
const isMove = (status: string): status is Moved => status !== 'proposed' && status !== 'assigned';

/** Who is sent, how far they are, what comes next for each; and who is free to be sent. */
export function AssignmentsPart({ incidentId, assignments, free, mayDispatch, mayCorrect }: Props) {
  const { t, language } = useText();
  const say = useDetailText();
  const { busy, problem, send } = useSend();
  const [all, setAll] = useState(false);
  const [standingDown, setStandingDown] = useState<string | null>(null);
  const assign = (patrolUnitId: number) =>
    send(() => outbox.perform('assignUnit', { assignmentId: uuidv7(), incidentId, patrolUnitId }));
  const move = (assignmentId: string, to: Moved, reason?: string) =>
    send(() => outbox.perform('moveAssignment', { incidentId, assignmentId, to, reason }));
  const lead = (assignmentId: string) => send(() => outbox.perform('leadAssignment', { incidentId, assignmentId }));
  const arrived = (assignmentId: string) => {
    const at = new Date(serverNow()).toISOString();
    const told = { incidentId, assignmentId, clockId: uuidv7(), clock: 'transport_arrived', at } as const;
    return send(() => outbox.perform('addClock', told));
  };
  // A unit is not brought back without a word: the reason is asked for, and may be left out.
  const choose = (assignmentId: string, to: Moved) => {
    if (to === 'stood_down') setStandingDown(standingDown === assignmentId ? null : assignmentId);
    else move(assignmentId, to);
  };
  // A long list would push the story away; the rest is one press away.
  const shown = all || free.length <= fewUnits + 2 ? free : free.slice(0, fewUnits);
  const hidden = free.length - shown.length;
  const working = assignments.filter((one) => !isOver(one.status)).length;
  return (
    <section aria-label={t('sent')}>
      <h3>{t('sent')}</h3>
      {assignments.length === 0 && <p className="sub">{t('noUnit')}</p>}
      <ul className="sent">
        {assignments.map((one) => (
          <li key={one.assignmentId}>
            <b>
              <bdi>{one.callSign}</bdi>
            </b>
            <span>{statusIn(language, one.status)}</span>
            {one.lead && working > 1 && <span className="inc-tag">{say('lead')}</span>}
            <span className="grow" />
            {mayDispatch &&
              assignmentMoves[one.status].filter(isMove).map((to) => (
                <button
                  key={to}
                  type="button"
                  className="chip"
                  disabled={busy}
                  aria-expanded={to === 'stood_down' ? standingDown === one.assignmentId : undefined}
                  onClick={() => choose(one.assignmentId, to)}
                >
                  {statusIn(language, to)}
                </button>
              ))}
            {mayCorrect && one.status === 'transporting' && one.transportArrivedAt === null && (
              <button type="button" className="chip" disabled={busy} onClick={() => arrived(one.assignmentId)}>
                {say('arrived')}
              </button>
            )}
            {mayDispatch && !one.lead && !isOver(one.status) && (
              <button type="button" className="inc-quiet" disabled={busy} onClick={() => lead(one.assignmentId)}>
                {say('makeLead')}
              </button>
            )}
            {standingDown === one.assignmentId && !isOver(one.status) && (
              <StandDown
                assignmentId={one.assignmentId}
                busy={busy}
                done={async (reason) => {
                  const stood = await move(one.assignmentId, 'stood_down', reason);
                  if (stood) setStandingDown(null);
                  return stood;
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {mayDispatch && (
        <div className="free-units">
          <span className="sub">{t('send')}</span>
          {shown.map((unit) => (
            <button
              key={unit.patrolUnitId}
              type="button"
              className="chip"
              disabled={busy}
              onClick={() => assign(unit.patrolUnitId)}
            >
              <bdi>{unit.callSign}</bdi>
            </button>
          ))}
          {hidden > 0 && (
            <button type="button" className="inc-quiet" onClick={() => setAll(true)}>
              {say('moreUnits')} <bdi>{hidden}</bdi>
            </button>
          )}
        </div>
      )}
      {problem && <p role="alert">{problem}</p>}
    </section>
  );
}

interface StandDownProps {
  assignmentId: string;
  busy: boolean;
  /** Resolves whether it was done. */
  done(reason: string | undefined): Promise<boolean>;
}

function StandDown({ assignmentId, busy, done }: StandDownProps) {
  const { t, language } = useText();
  const say = useDetailText();
  const { session } = useSession();
  const draft = useDraft(`stand-down:${assignmentId}`, session.person.personId, { reason: '' });
  const { reason } = draft.value;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await done(reason.trim() || undefined)) draft.drop();
  };
  return (
    <form className="inc-stand-down" onSubmit={submit}>
      <input
        name="stand-down-reason"
        aria-label={say('standDownWhy')}
        placeholder={say('standDownWhy')}
        value={reason}
        maxLength={1000}
        dir="auto"
        autoComplete="off"
        onChange={(event) => draft.change({ reason: event.target.value })}
      />
      <button type="submit" className="chip" disabled={busy}>
        {t('confirm')} · {statusIn(language, 'stood_down')}
      </button>
    </form>
  );
}
