import type { Waiting } from '../../platform/offline/database.ts';
import { reasonIn } from '../../platform/reason-sentence.ts';
import { useText } from '../../platform/text.ts';
import { logInputOf } from './drafts.ts';

interface Props {
  /** Everything of the person that waits; refused incidents of the room are picked out. */
  waiting: readonly Waiting[];
  roomId: number;
  /** The incident that is open beside the queue says its reason itself. */
  selected: string | null;
  correct(row: Waiting): void;
}

/** Incidents that the server refused after their form had closed: where, why, and the way back to what was typed. */
export function RefusedLogs({ waiting, roomId, selected, correct }: Props) {
  const { t, language } = useText();
  const refused = waiting.filter(
    (row) =>
      row.name === 'logIncident' &&
      row.state === 'refused' &&
      row.incidentId !== selected &&
      logInputOf(row).roomId === roomId,
  );
  if (refused.length === 0) return null;
  return (
    <ul className="refused-logs" role="alert">
      {refused.map((row) => (
        <li key={row.commandId}>
          <b dir="auto">{logInputOf(row).placeText}</b>{' '}
          {reasonIn(row.reason ?? 'unexpected', language, row.parameters ?? {})}{' '}
          <button type="button" className="chip" onClick={() => correct(row)}>
            {t('correct')}
          </button>
        </li>
      ))}
    </ul>
  );
}
