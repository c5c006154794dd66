import { useState } from 'react';
import { useText } from '../../../platform/text.ts';
import { useFormText } from './words.ts';

interface Props {
  busy: boolean;
  /** Something of it is written down, and would wait above the next form. */
  kept: boolean;
  close(): void;
  discard(): void;
}

/** Log it; put it aside, which Escape does too; or throw away what is typed, by two presses. */
export function EndButtons({ busy, kept, close, discard }: Props) {
  const { t } = useText();
  const text = useFormText();
  const [asked, setAsked] = useState(false);
  return (
    <div className="bar">
      <button type="submit" className="primary" disabled={busy}>
        {t('save')} <kbd>Enter</kbd>
      </button>
      <button type="button" onClick={close}>
        {kept ? text('putAside') : t('cancel')} <kbd>Esc</kbd>
      </button>
      {kept && (
        <button
          type="button"
          className={asked ? 'late' : undefined}
          onBlur={() => setAsked(false)}
          onClick={() => (asked ? discard() : setAsked(true))}
        >
          {text(asked ? 'dropSure' : 'drop')}
        </button>
      )}
    </div>
  );
}
