import { clockFormat } from '../../platform/locales.ts';
import type { Waiting } from '../../platform/offline/database.ts';
import { serverNow } from '../../platform/offline/server-time.ts';
import { useText } from '../../platform/text.ts';
import { recordClock } from './detail/record-clock.ts';
import { logInputOf } from './drafts.ts';
import { NotePart } from './NotePart.tsx';
import { statusIn } from './statuses.ts';
import { WaitingPart } from './WaitingPart.tsx';

interface Props {
  /** The waiting log of the incident first, then what was added to it. */
  waiting: readonly Waiting[];
  timeZone: string;
  title(typeId: number): string;
  correct(row: Waiting): void;
}

/** An incident that the server does not know yet: what was typed, and why it still waits. */
export function Draft({ waiting, timeZone, title, correct }: Props) {
  const { t, language } = useText();
  const [log] = waiting;
  if (!log) return null;
  const input = logInputOf(log);
  const clock = recordClock(new Date(serverNow()).toISOString(), timeZone, language);
  return (
    <article>
      <div className="no">
        <bdi>{input.incidentId.slice(-8)}</bdi> <span className="chip">{statusIn(language, 'draft')}</span>
      </div>
      <h2 className="title">{title(input.typeId)}</h2>
      <p className="sub">{input.placeText}</p>
      {log.state === 'refused' && (
        <button type="button" className="chip" onClick={() => correct(log)}>
          {t('correct')}
        </button>
      )}
      <h3>{t('waitingTitle')}</h3>
      <WaitingPart waiting={waiting} clock={clock} />
      <NotePart key={input.incidentId} incidentId={input.incidentId} personId={log.personId} />
    </article>
  );
}
