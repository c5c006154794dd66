import './key-sheet.css';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../text.ts';
import { type KeyAction, useKeyGroups, useKeys } from './keys.ts';

/** The sheet of keys that act on this page, opened by `?`. */
export function KeySheet() {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  useKeys(t('everywhere'), [{ key: '?', label: t('keySheet'), run: () => setOpen(true) }]);
  return open ? <Sheet close={() => setOpen(false)} /> : null;
}

function Sheet({ close }: { close(): void }) {
  const { t } = useText();
  const groups = useKeyGroups();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog className="key-sheet" ref={dialog} onClose={close} aria-label={t('keySheet')}>
      <div className="key-sheet-head">
        <h2 className="title">{t('keySheet')}</h2>
        <button type="button" className="chip" onClick={() => dialog.current?.close()}>
          {t('closeWord')} <kbd>Esc</kbd>
        </button>
      </div>
      <div className="key-sheet-groups">
        {groups.map((group) => (
          <section key={group.id} aria-label={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {linesOf(group.actions).map(([label, keys]) => (
                <div key={label}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}

const signs: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' };

/** Keys that do the same stand in one line. */
function linesOf(actions: readonly KeyAction[]): [label: string, keys: string[]][] {
  const lines = new Map<string, string[]>();
  for (const { key, ctrl, label } of actions) {
    if (!label) continue;
    const sign = `${ctrl ? 'Ctrl ' : ''}${signs[key] ?? key}`;
    lines.set(label, [...(lines.get(label) ?? []), sign]);
  }
  return [...lines];
}
