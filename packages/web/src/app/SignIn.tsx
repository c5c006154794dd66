import { type FormEvent, useState } from 'react';
import { signIn } from '../platform/api.ts';
import { useText } from '../platform/text.ts';
import { Choices } from './Choices.tsx';

/** User name and password; says that it failed without saying which of the two was wrong. */
export function SignIn({ done }: { done(): void }) {
  const { t } = useText();
  const [failed, setFailed] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const ok = await signIn(String(form.get('username')), String(form.get('password'))).catch(() => false);
    setFailed(!ok);
    if (ok) done();
  };
  return (
    <main className="centre">
      <form className="card" onSubmit={submit}>
        <h1>
          <b lang="ar">مرصد</b> Marsad
        </h1>
        <label>
          {t('userName')}
          <input name="username" autoComplete="username" required dir="ltr" />
        </label>
        <label>
          {t('password')}
          <input name="password" type="password" autoComplete="current-password" required dir="ltr" />
        </label>
        {failed && <p role="alert">{t('signInFailed')}</p>}
        <button type="submit" className="primary">
          {t('signIn')}
        </button>
        <Choices />
      </form>
    </main>
  );
}
