import { useEffect, useRef, useState } from 'react';
import { openSeatHere } from '../platform/lock/lock.ts';
import { canOpenHere, judgeHere } from '../platform/lock/password-here.ts';
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
  offlineLimitHours: number;
  unlocked(password: string): void;
  /** Somebody else is at the seat: everything of the one before is forgotten. */
  leave(): void;
}

/** Stands before everything when a seat was left: what lies behind is blurred, out of reach, and untouched. */
export function LockScreen({ person, practice, offlineLimitHours, unlocked, leave }: Props) {
  const { t } = useText();
  const { say, language } = useAccessWords();
  const reachable = useReachable();
  const waiting = useWaiting(person.personId).length;
  const [sure, setSure] = useState(false);
  const [opensHere, setOpensHere] = useState(false);
  const [judging, setJudging] = useState(0);
  useEffect(() => {
    // Asked again after each try: the last one may have been the last there was.
    void judging;
    canOpenHere(person.personId, offlineLimitHours).then(setOpensHere);
  }, [person.personId, offlineLimitHours, judging]);
  const withoutLink = async (password: string) => {
    const judged = await judgeHere(person.personId, password, offlineLimitHours);
    if (judged === 'right') openSeatHere(person.personId);
    else setJudging((tries) => tries + 1);
    return judged;
  };
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
        withoutLink={withoutLink}
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
            {say(opensHere ? 'lockedOpensHere' : 'lockedOffline')}
          </p>
        )}
      </SignInSteps>
    </div>
  );
}
