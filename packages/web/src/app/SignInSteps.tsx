import { type FormEvent, type ReactNode, useState } from 'react';
import { finishLeaving } from '../platform/leaving.ts';
import { sentenceOf } from '../platform/send.ts';
import { giveCode, signIn } from '../platform/sign-in.ts';
import { useText } from '../platform/text.ts';
import { useAccessWords } from './access-words.ts';

interface Props {
  /** Whose password is asked for; asked for too when absent. */
  userName?: string | null;
  button: string;
  done(): void;
  /** What stands above the fields, and below the button. */
  children: ReactNode;
  foot: ReactNode;
}

/** Password, and the code of the second step where the server asks for one. Says that it failed, not which part was wrong. */
export function SignInSteps({ userName, button, done, children, foot }: Props) {
  const { t, language } = useText();
  const { say } = useAccessWords();
  const [step, setStep] = useState<'password' | 'code'>('password');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const field = (name: string): string => String(new FormData(form).get(name) ?? '');
    setBusy(true);
    setProblem(null);
    try {
      // Whoever left before is out before anybody else comes in.
      await finishLeaving();
      const asked =
        step === 'code'
          ? await giveCode(field('code'))
          : await signIn(userName ?? field('username'), field('password'));
      if (asked.secondStep) setStep('code');
      else done();
    } catch (error) {
      setProblem(error);
      const { reason } = (error as { data?: { reason?: string } }).data ?? {};
      if (reason === 'second_factor.expired') setStep('password');
      form.querySelector<HTMLInputElement>('input[name=code], input[name=password]')?.select();
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="card" onSubmit={submit}>
      {children}
      {step === 'password' ? (
        <>
          {userName == null && (
            <label>
              {t('userName')}
              <input name="username" autoComplete="username" required dir="ltr" />
            </label>
          )}
          <label>
            {t('password')}
            <input name="password" type="password" autoComplete="current-password" required dir="ltr" />
          </label>
        </>
      ) : (
        <label>
          {say('codeTitle')}
          <input
            key="code"
            name="code"
            className="access-code"
            autoComplete="one-time-code"
            inputMode="text"
            maxLength={40}
            required
            dir="ltr"
            ref={(input) => input?.focus()}
          />
          <span className="access-hint">{say('codeHint')}</span>
        </label>
      )}
      {problem !== null && <p role="alert">{sentenceOf(problem, language, say('notReached'))}</p>}
      <button type="submit" className="primary" disabled={busy}>
        {step === 'password' ? button : say('next')}
      </button>
      {step === 'code' && (
        <button type="button" className="access-quiet" onClick={() => setStep('password')}>
          {say('startAgain')}
        </button>
      )}
      {foot}
    </form>
  );
}
