import { useEffect, useRef, useState } from 'react';
import { useReachable } from '../platform/offline/link.ts';
import { useWaiting } from '../platform/offline/outbox.ts';
import type { Session } from '../platform/session.ts';
import { useText } from '../platform/text.ts';
import './access.css';
import { useAccessWords } from './access-words.ts';
import { Choices } from './Choices.tsx';
import { SignInSteps } from './SignInSteps.tsx';

interface Props {
  person: Session['person'];
  practice: boolean;
  unlocked(): void;
  /** Somebody else is at the seat: everything of the one before is forgotten. */
  leave(): void;
}

/** Stands before everything when a seat was left: what lies behind is blurred, out of reach, and untouched. */
export function LockScreen({ person, practice, unlocked, leave }: Props) {
  const { t } = useText();
  const { say, language } = useAccessWords();
  const reachable = useReachable();
  const waiting = useWaiting(person.personId).length;
  const [sure, setSure] = useState(false);
  const lock = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const held = lock.current;
    // The keys of the page behind do nothing while it is locked, and those pressed here do not reach it.
    const keep = (event: KeyboardEvent) => {
      if (!held?.contains(event.target as Node)) event.stopImmediatePropagation();
    };
    const stop = (event: Event) => event.stopPropagation();
    addEventListener('keydown', keep, true);
    held?.addEventListener('keydown', stop);
    held?.querySelector<HTMLInputElement>('input[name=password]')?.focus();
    return () => {
      removeEventListener('keydown', keep, true);
      held?.removeEventListener('keydown', stop);
    };
  }, []);
  return (
    <div ref={lock} className="lock-screen" role="dialog" aria-modal="true" aria-labelledby="lock-title">
      <SignInSteps
        userName={person.userName}
        button={say('unlock')}
        done={unlocked}
        foot={
          <>
            <button type="button" className="access-quiet" onClick={() => (sure ? leave() : setSure(true))}>
              {sure && waiting > 0 && (
                <>
                  <bdi>{waiting}</bdi> {say('waitingStays')}{' '}
                </>
              )}
              {say(sure ? 'otherSure' : 'otherPerson')}
            </button>
            <Choices />
          </>
        }
      >
        <h1 id="lock-title">{say('lockedTitle')}</h1>
        <p className="access-person">
          <bdi>{language === 'ar' ? person.nameAr : person.nameLatin}</bdi>
        </p>
        {practice && <p className="chip practice">{t('practice')}</p>}
        <p className="access-hint">{say('lockedHint')}</p>
        {!reachable && (
          <p className="access-hint" role="status">
            {say('lockedOffline')}
          </p>
        )}
      </SignInSteps>
    </div>
  );
}
