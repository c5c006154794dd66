import type { IncidentDetail } from '@marsad/contract/incidents/incident.ts';
import { isIncidentOver } from '@marsad/contract/incidents/incident-moves.ts';
import { useRef } from 'react';
import { useKeys } from '../../../platform/keys/keys.ts';
import { outbox } from '../../../platform/offline/outbox.ts';
import { useSend } from '../../../platform/send.ts';
import { useText } from '../../../platform/text.ts';
import { statusIn } from '../statuses.ts';
import { nextOf } from './next-step.ts';
import type { Panel } from './panels.ts';
import { useDetailText } from './words.ts';

interface Props {
  detail: IncidentDetail;
  may(action: string): boolean;
  open: Panel | null;
  toggle(panel: Panel): void;
  /** On the board its own keys assign and move units, by a line that says first what will be done. */
  onBoard: boolean;
  /** Moves the hand to the units that are free, and to the note. */
  toUnits(): void;
  toNote(): void;
}

/** What is done with an incident, each with its key. */
export function ActionRow({ detail, may, open, toggle, onBoard, toUnits, toNote }: Props) {
  const { language } = useText();
  const say = useDetailText();
  const { busy, problem, send } = useSend();
  const stepButton = useRef<HTMLButtonElement>(null);
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
    // A clock is never one key away: S goes to the button that says what it will record, and Enter presses it.
    ...(dispatch && next && !onBoard ? [{ key: 'S', label: say('next'), run: () => stepButton.current?.focus() }] : []),
    ...(dispatch && !onBoard ? [{ key: 'A', label: say('assign'), run: toUnits }] : []),
    ...(may('incident.note') && !onBoard ? [{ key: 'E', label: say('note'), run: toNote }] : []),
    ...(correct ? [{ key: 'R', label: say('regrade'), run: () => toggle('regrade') }] : []),
    ...(correct ? [{ key: 'C', label: say('correct'), run: () => toggle('correct') }] : []),
    ...(link ? [{ key: 'L', label: say('link'), run: () => toggle('links') }] : []),
  ]);
  const button = (panel: Panel, word: 'regrade' | 'correct' | 'link', key: string) => (
    <button type="button" className="chip" aria-expanded={open === panel} onClick={() => toggle(panel)}>
      {say(word)} <kbd>{key}</kbd>
    </button>
  );
  return (
    <section className="inc-actions" aria-label={say('actions')}>
      {dispatch && next && (
        <button ref={stepButton} type="button" className="primary" disabled={busy} title={say('next')} onClick={step}>
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
      {link && button('links', 'link', 'L')}
      {problem && <p role="alert">{problem}</p>}
    </section>
  );
}
