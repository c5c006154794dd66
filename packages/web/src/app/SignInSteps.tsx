import { type FormEvent, type ReactNode, useState } from 'react';
import { finishLeaving } from '../platform/leaving.ts';
import type { Judged } from '../platform/lock/password-here.ts';
import { linkNow } from '../platform/offline/link.ts';
import { sentenceOf } from '../platform/send.ts';
import { changePassword, giveCode, signIn } from '../platform/sign-in.ts';
import { useText } from '../platform/text.ts';
import { useAccessWords } from './access-words.ts';
import { CodeField, OwnPasswordFields, PasswordFields } from './SignInFields.tsx';

interface Props {
  /** Whose password is asked for; asked for too when absent. */
  userName?: string | null;
  button: string;
  /** Gets the password that the server has taken. */
  done(password: string): void;
  /** Judges the password where the server cannot be reached, and opens with the right one. */
  withoutLink?(password: string): Promise<Judged>;
  /** What stands above the fields, and below the button. */
  children: ReactNode;
  foot: ReactNode;
}

type Step = 'password' | 'code' | 'own';

/**
 * Password, the code of the second step where the server asks for one, and a password of one's own where the one that was
 * given is temporary. Says that it failed, not which part was wrong.
 */
export function SignInSteps({ userName, button, done, withoutLink, children, foot }: Props) {
  const { language } = useText();
  const { say } = useAccessWords();
  const [step, setStep] = useState<Step>('password');
  // Asked for once: what was typed a moment ago is the present password of the last step.
  const [given, setGiven] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [differ, setDiffer] = useState(false);
  const again = () => {
    setGiven('');
    setStep('password');
  };
  const take = async (field: (name: string) => string): Promise<void> => {
    if (step === 'own') {
      await changePassword(given, field('new'));
      return done(field('new'));
    }
    const next =
      step === 'code' ? await giveCode(field('code')) : await signIn(userName ?? field('username'), field('password'));
    if (step === 'password') setGiven(field('password'));
    if (next.secondStep) setStep('code');
    else if (next.ownPassword) setStep('own');
    else done(step === 'code' ? given : field('password'));
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const field = (name: string): string => String(new FormData(form).get(name) ?? '');
    setProblem(null);
    setDiffer(step === 'own' && field('new') !== field('repeat'));
    if (step === 'own' && field('new') !== field('repeat')) return;
    setBusy(true);
    const { reachable } = linkNow();
    const judged = (): Promise<Judged> =>
      step === 'password' && withoutLink ? withoutLink(field('password')) : Promise.resolve('none');
    let here: Judged = 'none';
    try {
      if (!reachable) here = await judged();
      if (here === 'right') return;
      // Whoever left before is out before anybody else comes in.
      await finishLeaving();
      await take(field);
    } catch (error) {
      const { status, data } = error as { status?: number; data?: { reason?: string } };
      // Only now it is known that there is no link.
      if (status === undefined && reachable) here = await judged();
      if (here === 'right') return;
      setProblem(status === undefined && here === 'wrong' ? { data: { reason: 'sign_in.wrong' } } : error);
      // Too late for a code, or the session of the temporary password has ended meanwhile.
      if (data?.reason === 'second_factor.expired' || (step === 'own' && status === 401)) again();
      form.querySelector<HTMLInputElement>('input[name=code], input[name=password], input[name=new]')?.select();
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="card" onSubmit={submit}>
      {children}
      {step === 'password' && <PasswordFields asksName={userName == null} />}
      {step === 'code' && <CodeField />}
      {step === 'own' && <OwnPasswordFields differ={differ} />}
      {problem !== null && <p role="alert">{sentenceOf(problem, language, say('notReached'))}</p>}
      <button type="submit" className="primary" disabled={busy}>
        {step === 'password' ? button : say(step === 'code' ? 'next' : 'ownSet')}
      </button>
      {step !== 'password' && (
        <button type="button" className="access-quiet" onClick={again}>
          {say('startAgain')}
        </button>
      )}
      {foot}
    </form>
  );
}
