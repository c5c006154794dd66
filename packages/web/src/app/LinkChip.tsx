import { useContext, useEffect, useRef, useState } from 'react';
import { OutboxList } from '../capabilities/incidents/OutboxList.tsx';
import { inDigits, numberingOf } from '../platform/digits.ts';
import { clockFormat } from '../platform/locales.ts';
import type { Waiting } from '../platform/offline/database.ts';
import { linkNow, useReachable } from '../platform/offline/link.ts';
import { useUnkept } from '../platform/offline/outbox.ts';
import { type Language, LanguageContext, type Word, wordIn } from '../platform/text.ts';

interface Props {
  waiting: readonly Waiting[];
  timeZone: string;
}

/** The link to the server: live, or gone since when; and how much waits for it or was refused, each to be found here. */
export function LinkChip({ waiting, timeZone }: Props) {
  const language = useContext(LanguageContext);
  const t = (word: Word) => wordIn(language, word);
  const reachable = useReachable();
  const unkept = useUnkept();
  const [open, setOpen] = useState(false);
  const { lastHeard } = linkNow();
  const refused = waiting.filter((row) => row.state === 'refused').length;
  const look = reachable ? 'chip link is-live' : 'chip link';
  const told = (
    <>
      <i className={reachable ? 'dot on' : 'dot'} />
      <span className="link-word">{t(reachable ? 'live' : 'offline')}</span>
      {waiting.length > 0 && (
        <span className="waiting-count">
          <bdi>{inDigits(waiting.length)}</bdi> {t('waitingCount')}
        </span>
      )}
      {refused > 0 && (
        <span className="refused-count">
          <bdi>{inDigits(refused)}</bdi> {t('waitingRefused')}
        </span>
      )}
      {!reachable && lastHeard !== null && (
        <span>
          {t('lastHeard')} <bdi>{timeIn(language, timeZone, lastHeard)}</bdi>
        </span>
      )}
    </>
  );
  return (
    <>
      <span role="status">
        {waiting.length === 0 ? (
          <span className={look}>{told}</span>
        ) : (
          <button type="button" className={look} aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {told}
          </button>
        )}
        {unkept > 0 && <span className="chip late">{t('unkept')}</span>}
      </span>
      {open && <AllWaiting waiting={waiting} timeZone={timeZone} close={() => setOpen(false)} />}
    </>
  );
}

function AllWaiting({ close, ...shown }: Props & { close(): void }) {
  const language = useContext(LanguageContext);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog className="outbox-all" ref={dialog} onClose={close} aria-label={wordIn(language, 'waitingTitle')}>
      <OutboxList {...shown} close={() => dialog.current?.close()} />
    </dialog>
  );
}

/** An hour of the room; with its day where that is not today. */
function timeIn(language: Language, timeZone: string, at: number): string {
  const dayFormat = new Intl.DateTimeFormat(`en-GB-u-nu-${numberingOf(language)}`, { timeZone, dateStyle: 'short' });
  const hour = clockFormat(language, timeZone, 'short').format(at);
  const day = dayFormat.format(at);
  return day === dayFormat.format(Date.now()) ? hour : `${day} ${hour}`;
}
