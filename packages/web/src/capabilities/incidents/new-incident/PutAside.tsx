import type { Typed } from './typed.ts';
import { useFormText } from './words.ts';

interface Props {
  calls: readonly Typed[];
  /** When a call was begun, as the room's wall shows it. */
  clock: Intl.DateTimeFormat;
  takeUp(typed: Typed): void;
}

/** Calls that were put aside half typed: they wait above the form and never within it. Alt 0 takes up the latest. */
export function PutAside({ calls, clock, takeUp }: Props) {
  const text = useFormText();
  if (calls.length === 0) return null;
  return (
    <section className="nif-aside" aria-label={text('aside')}>
      <h3>{text('aside')}</h3>
      <ul>
        {calls.map((typed, index) => (
          <li key={typed.incidentId}>
            {typed.openedAt && (
              <time dateTime={typed.openedAt}>
                <bdi>{clock.format(new Date(typed.openedAt))}</bdi>
              </time>
            )}
            <bdi className="nif-said">{[typed.type, typed.place, typed.what].filter(Boolean).join(' · ') || '…'}</bdi>
            <button type="button" className="chip" onClick={() => takeUp(typed)}>
              {text('takeUp')}
              {index === 0 && (
                <>
                  {' '}
                  <kbd>Alt</kbd> <kbd>0</kbd>
                </>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
