import { useState } from 'react';
import type { Waiting } from '../../platform/offline/database.ts';
import { outbox } from '../../platform/offline/outbox.ts';
import { isOfTime } from '../../platform/offline/remade.ts';
import { reasonIn } from '../../platform/reason-sentence.ts';
import { useText, type Word } from '../../platform/text.ts';
import type { RecordClock } from './detail/record-clock.ts';
import { useDetailText } from './detail/words.ts';
import { type StatusWord, statusIn } from './statuses.ts';

const kinds: Record<Waiting['name'], Word> = {
  logIncident: 'newIncident',
  addCall: 'callWord',
  addNote: 'noteWord',
  assignUnit: 'unitSent',
  moveAssignment: 'unitMoved',
  moveIncident: 'incidentMoved',
  leadAssignment: 'unitMoved',
  changeIncident: 'recordChanged',
  addClock: 'clockChanged',
  correctClock: 'clockChanged',
  linkIncidents: 'linkChanged',
  unlinkIncidents: 'linkChanged',
  setParent: 'linkChanged',
  mergeIncident: 'linkChanged',
};

interface Props {
  waiting: readonly Waiting[];
  clock: RecordClock;
  /** The version of the incident that is looked at: over it a change that somebody else was quicker than may be sent. */
  version?: number;
}

/** Commands that have not arrived: what each says, since when it waits, or why the server refused it. Nothing is lost. */
export function WaitingPart({ waiting, clock, version }: Props) {
  const { t, language } = useText();
  const say = useDetailText();
  if (waiting.length === 0) return null;
  return (
    <ol className="tl outbox" aria-label={t('waitingTitle')}>
      {waiting.map((row) => (
        <li key={row.commandId} className={`is-${row.state}`}>
          <time dateTime={row.madeAt}>
            <bdi>{clock.format(new Date(row.madeAt))}</bdi>
          </time>
          <div>
            <b>{t(kinds[row.name])}</b> <bdi>{textOf(row, (status) => statusIn(language, status))}</bdi>
            <p className="sub">
              {row.state === 'waiting' && t('waits')}
              {row.state === 'held' && t('held')}
              {row.state === 'refused' && (
                <span role="alert">{reasonIn(row.reason ?? 'unexpected', language, row.parameters ?? {})}</span>
              )}
            </p>
            {row.state === 'refused' && (
              <>
                {version !== undefined && isOvertaken(row) ? (
                  <button type="button" className="chip" onClick={() => insist(row, version)}>
                    {say('sendAnyway')}
                  </button>
                ) : (
                  <button type="button" className="chip" onClick={() => outbox.again(row)}>
                    {t(isOfTime(row.reason) ? 'sendAsNow' : 'sendAgain')}
                  </button>
                )}{' '}
                <Discard discard={() => outbox.discard(row)} />
              </>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Somebody else changed the same fields first: sent as it was it would be refused for ever. */
const isOvertaken = (row: Waiting): boolean =>
  row.name === 'changeIncident' && row.reason === 'incident.changed_meanwhile';

/** Sends the change over what stands now, as a new command; the refused one goes once that is written down. */
async function insist(row: Waiting, version: number): Promise<void> {
  const { commandId: _id, madeAt: _at, deviceId: _device, ...given } = row.input;
  const change = { ...given, version } as unknown as Parameters<typeof outbox.writeDown<'changeIncident'>>[1];
  await outbox.writeDown('changeIncident', change);
  await outbox.discard(row);
}

/** Two presses: what is thrown away was typed by somebody and stands nowhere else. */
function Discard({ discard }: { discard(): void }) {
  const { t } = useText();
  const [asked, setAsked] = useState(false);
  return (
    <button type="button" className={asked ? 'chip late' : 'chip'} onClick={() => (asked ? discard() : setAsked(true))}>
      {t(asked ? 'discardSure' : 'discard')}
    </button>
  );
}

function textOf(row: Waiting, status: (word: StatusWord) => string): string {
  const { placeText, narrative, text, to, reason } = row.input as Record<string, string | undefined>;
  if (row.name === 'changeIncident') {
    const { changes } = row.input as { changes: Record<string, unknown> };
    const written = Object.values(changes).filter((value) => typeof value === 'string');
    return [...written, reason].filter(Boolean).join(' · ');
  }
  if (to) return [status(to as StatusWord), reason].filter(Boolean).join(' · ');
  return [placeText, narrative, text, reason].filter(Boolean).join(' · ');
}
