import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../../platform/session.ts';
import { type Begun, beginSecondFactor, endSecondFactor, makeBackupCodes } from '../../../platform/sign-in.ts';
import { useAccountWords } from '../account-words.ts';
import { useAction } from '../use-action.ts';
import { BackupCodes } from './BackupCodes.tsx';
import { ConfirmPassword } from './ConfirmPassword.tsx';
import { Enrol } from './Enrol.tsx';

type Wish = 'on' | 'off' | 'codes';

/** Turns the second step at sign-in on and off; each asks for the password first. */
export function SecondFactorPart() {
  const { say } = useAccountWords();
  const { session, reload } = useSession();
  const { on } = session.secondFactor;
  const { busy, problem, run, setError } = useAction(say('failed'));
  const [wish, setWish] = useState<Wish | null>(null);
  const [begun, setBegun] = useState<Begun | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const choose = (next: Wish | null) => {
    setError(null);
    setWish(next);
  };
  const give = (password: string) =>
    run(async () => {
      if (wish === 'on') setBegun(await beginSecondFactor(password));
      if (wish === 'codes') setCodes((await makeBackupCodes(password)).backupCodes);
      if (wish === 'off') await endSecondFactor(password);
      setWish(null);
      if (wish === 'off') reload();
    });
  const finished = () => {
    setBegun(null);
    setCodes(null);
    reload();
  };
  return (
    <section className="account-part" aria-label={say('second')}>
      <h2>{say('second')}</h2>
      {!begun && <p className={on ? 'account-good' : 'account-hint'}>{say(on ? 'secondOn' : 'secondOff')}</p>}
      {begun && <Enrol begun={begun} finished={finished} cancel={() => setBegun(null)} />}
      {codes && (
        <>
          <p className="account-hint">{say('keep').replace(/^2\. /, '')}</p>
          <BackupCodes codes={codes} />
          <div className="account-row">
            <Button onClick={finished}>{say('done')}</Button>
          </div>
        </>
      )}
      {wish && (
        <ConfirmPassword
          button={say(wish === 'on' ? 'turnOn' : wish === 'off' ? 'turnOff' : 'newCodes')}
          busy={busy}
          give={give}
          cancel={() => choose(null)}
        />
      )}
      {problem && <p role="alert">{problem}</p>}
      {!wish && !begun && !codes && (
        <div className="account-row">
          {on ? (
            <>
              <Button variant="default" onClick={() => choose('codes')}>
                {say('newCodes')}
              </Button>
              <Button variant="default" onClick={() => choose('off')}>
                {say('turnOff')}
              </Button>
            </>
          ) : (
            <Button onClick={() => choose('on')}>{say('turnOn')}</Button>
          )}
        </div>
      )}
    </section>
  );
}
