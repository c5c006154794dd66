import { assignmentMoves } from '@marsad/contract/incidents/assignment-moves.ts';
import type { BoardUnit } from '@marsad/contract/incidents/get-board.ts';
import type { AssignmentView } from '@marsad/contract/incidents/incident.ts';
import { v7 as uuidv7 } from 'uuid';
import type { api } from '../../platform/api.ts';
import { outbox } from '../../platform/offline/outbox.ts';
import { useSend } from '../../platform/send.ts';
import { useText } from '../../platform/text.ts';
import { statusIn } from './statuses.ts';

interface Props {
  incidentId: string;
  assignments: readonly AssignmentView[];
  free: readonly BoardUnit[];
  mayDispatch: boolean;
}

type Moved = Parameters<typeof api.incidents.moveAssignment>[0]['to'];
const isMove = (status: string): status is Moved => status !== 'proposed' && status !== 'assigned';

/** Who is sent, how far they are, what comes next for each; and who is free to be sent. */
export function AssignmentsPart({ incidentId, assignments, free, mayDispatch }: Props) {
  const { t, language } = useText();
  const { busy, problem, send } = useSend();
  const assign = (patrolUnitId: number) =>
    send(() => outbox.perform('assignUnit', { assignmentId: uuidv7(), incidentId, patrolUnitId }));
  const move = (assignmentId: string, to: Moved) =>
    send(() => outbox.perform('moveAssignment', { incidentId, assignmentId, to }));
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
            <span className="grow" />
            {mayDispatch &&
              assignmentMoves[one.status].filter(isMove).map((to) => (
                <button
                  key={to}
                  type="button"
                  className="chip"
                  disabled={busy}
                  onClick={() => move(one.assignmentId, to)}
                >
                  {statusIn(language, to)}
                </button>
              ))}
          </li>
        ))}
      </ul>
      {mayDispatch && (
        <div className="free-units">
          <span className="sub">{t('send')}</span>
          {free.map((unit) => (
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
        </div>
      )}
      {problem && <p role="alert">{problem}</p>}
    </section>
  );
}
