import { useId, useRef } from 'react';
import { inDigits } from '../platform/digits.ts';
import { useText } from '../platform/text.ts';
import './access.css';
import { useAccessWords } from './access-words.ts';

/** The way out. Who leaves with commands that wait is told first: at this seat they go out under no other name. */
export function SignOut({ waiting, leave }: { waiting: number; leave(): void }) {
  const { t } = useText();
  const { say } = useAccessWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const told = useId();
  return (
    <>
      <button type="button" className="chip" onClick={() => (waiting > 0 ? dialog.current?.showModal() : leave())}>
        {t('signOut')}
      </button>
      <dialog className="access-ask" ref={dialog} aria-labelledby={told}>
        <p id={told}>
          <bdi>{inDigits(waiting)}</bdi> {say('waitingStays')}
        </p>
        <div className="bar">
          <button type="button" className="primary" onClick={() => dialog.current?.close()}>
            {say('stay')}
          </button>
          <button type="button" onClick={leave}>
            {say('signOutSure')}
          </button>
        </div>
      </dialog>
    </>
  );
}
