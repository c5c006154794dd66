import { useText } from '../platform/text.ts';
import { useAccessWords } from './access-words.ts';

export function PasswordFields({ asksName }: { asksName: boolean }) {
  const { t } = useText();
  return (
    <>
      {asksName && (
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
  );
}

const takeFocus = (input: HTMLInputElement | null): void => input?.focus();

/** The code of the second step. */
export function CodeField() {
  const { say } = useAccessWords();
  return (
    <label>
      {say('codeTitle')}
      <input
        name="code"
        className="access-code"
        autoComplete="one-time-code"
        inputMode="text"
        data-digits
        maxLength={40}
        required
        dir="ltr"
        ref={takeFocus}
      />
      <span className="access-hint">{say('codeHint')}</span>
    </label>
  );
}

/** A password of one's own, twice, in the place of the temporary one. */
export function OwnPasswordFields({ differ }: { differ: boolean }) {
  const { say } = useAccessWords();
  const typed = { type: 'password', autoComplete: 'new-password', required: true, dir: 'ltr' } as const;
  return (
    <>
      <h2 className="access-title">{say('ownTitle')}</h2>
      <p className="access-hint">{say('ownHint')}</p>
      <label>
        {say('ownNew')}
        <input {...typed} name="new" aria-describedby="access-own-hint" ref={takeFocus} />
      </label>
      <p id="access-own-hint" className="access-hint">
        {say('ownNewHint')}
      </p>
      <label>
        {say('ownRepeat')}
        <input {...typed} name="repeat" aria-invalid={differ || undefined} />
      </label>
      {differ && <p role="alert">{say('ownDiffer')}</p>}
    </>
  );
}
