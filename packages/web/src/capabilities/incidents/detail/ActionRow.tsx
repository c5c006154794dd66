import { assignmentMoves } from '@marsad/contract/incidents/assignment-moves.ts';
import type { AssignmentView, IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { isIncidentOver } from '@marsad/contract/incidents/incident-moves.ts';
import { useKeys } from '../../../platform/keys/keys.ts';
import { outbox } from '../../../platform/offline/outbox.ts';
import { useSend } from '../../../platform/send.ts';
import { useText } from '../../../platform/text.ts';
import { statusIn } from '../statuses.ts';
import type { Panel } from './panels.ts';
import { useDetailText } from './words.ts';

interface Props {
  detail: IncidentDetail;
  may(action: string): boolean;
  open: Panel | null;
  toggle(panel: Panel): void;
  /** Moves the hand to the units that are free, and to the note. */
  toUnits(): void;
  toNote(): void;
}

type Next = Exclude<AssignmentView['status'], 'proposed' | 'assigned'>;
// What a room hears next by radio: an acknowledgement is often left out, and transport is the exception.
const usual: readonly Next[] = ['en_route', 'on_scene', 'cleared'];

const isWorking = (one: AssignmentView): boolean => assignmentMoves[one.status].length > 0;

/** The unit whose next status comes first, and that status. */
export function nextOf(assignments: readonly AssignmentView[]): { lead: AssignmentView; to: Next } | null {
  const lead = assignments.find((one) => one.lead && isWorking(one)) ?? assignments.find(isWorking);
  const to = lead && usual.find((status) => assignmentMoves[lead.status].includes(status));
  return lead && to ? { lead, to } : null;
}

/** What is done with an incident, each with its key. */
export function ActionRow({ detail, may, open, toggle, toUnits, toNote }: Props) {
  const { language } = useText();
  const say = useDetailText();
  const { busy, problem, send } = useSend();
  const { incidentId, status } = detail;
  const over = isIncidentOver(status);
  const next = over || status === 'resolved' ? null : nextOf(detail.assignments);
  const dispatch = may('incident.dispatch') && !over && status !== 'resolved';
  const correct = may('incident.correct') && !over;
  const link = may('incident.link');
  const step = () => {
    if (next && !busy)
      send(() => outbox.perform('moveAssignment', { incidentId, assignmentId: next.lead.assignmentId, to: next.to }));
  };
  useKeys(say('keys'), [
    ...(dispatch && next ? [{ key: 'S', label: say('next'), run: step }] : []),
    ...(dispatch ? [{ key: 'A', label: say('assign'), run: toUnits }] : []),
    ...(may('incident.note') ? [{ key: 'E', label: say('note'), run: toNote }] : []),
    ...(correct ? [{ key: 'R', label: say('regrade'), run: () => toggle('regrade') }] : []),
    ...(correct ? [{ key: 'C', label: say('correct'), run: () => toggle('correct') }] : []),
    ...(link ? [{ key: 'K', label: say('link'), run: () => toggle('links') }] : []),
  ]);
  const button = (panel: Panel, word: 'regrade' | 'correct' | 'link', key: string) => (
    <button type="button" className="chip" aria-expanded={open === panel} onClick={() => toggle(panel)}>
      {say(word)} <kbd>{key}</kbd>
    </button>
  );
  return (
    <section className="inc-actions" aria-label={say('actions')}>
      {dispatch && next && (
        <button type="button" className="primary" disabled={busy} title={say('next')} onClick={step}>
          <bdi>{next.lead.callSign}</bdi> {statusIn(language, next.to)} <kbd>S</kbd>
        </button>
      )}
      {dispatch && (
        <button type="button" className="chip" onClick={toUnits}>
          {say('assign')} <kbd>A</kbd>
        </button>
      )}
      {may('incident.note') && (
        <button type="button" className="chip" onClick={toNote}>
          {say('note')} <kbd>E</kbd>
        </button>
      )}
      {correct && button('regrade', 'regrade', 'R')}
      {correct && button('correct', 'correct', 'C')}
      {link && button('links', 'link', 'K')}
      {problem && <p role="alert">{problem}</p>}
    </section>
  );
}
