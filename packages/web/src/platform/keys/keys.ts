// The keys of a page, in one list: what is pressed finds its action here, and the sheet of `?` shows the same list.
// Letters go by what is printed on the key where that is Latin (AZERTY), and by the key's place where it is not, so
// that N is N on an Arabic keyboard too. A key never acts while somebody types in a field or a dialog is open.
import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';

export interface KeyAction {
  /** `N`, `ArrowDown`, `Enter`, `Escape`, `/`, `?`, as printed on a Latin keyboard. */
  key: string;
  /** With Ctrl, or Command on a Mac. */
  ctrl?: boolean;
  /** What it does, in the person's language: shown on the sheet. Without one it is not shown (a second key for the same). */
  label?: string;
  run(event: KeyboardEvent): void;
  /** Acts in fields and dialogs too: for Escape and Ctrl-K alone. */
  everywhere?: boolean;
  /** Acts again and again while it is held: for moving through a list, never for what is written down. */
  repeats?: boolean;
}

export interface KeyGroup {
  id: string;
  title: string;
  order: number;
  actions: readonly KeyAction[];
}

let groups: readonly KeyGroup[] = [];
const listeners = new Set<() => void>();
function setGroups(next: readonly KeyGroup[]): void {
  groups = next;
  for (const listener of listeners) listener();
}

/** The key of an event as actions name it: a Latin capital for a letter, whatever the layout. */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  if (/^[a-z]$/i.test(event.key)) return event.key.toUpperCase();
  if (event.key === '?' || event.key === '؟') return '?';
  if (event.key === '/') return '/';
  const letter = /^Key([A-Z])$/.exec(event.code);
  if (letter?.[1]) return letter[1];
  if (event.code === 'Slash') return event.shiftKey ? '?' : '/';
  return event.key;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** Takes the hand out of the field in which a key was pressed; false where it was in none. */
export function leaveField({ target }: KeyboardEvent): boolean {
  if (!isTyping(target)) return false;
  (target as HTMLElement).blur();
  return true;
}

/** The action of a key press among groups, the latest registered first; undefined when there is none, or none for a key held on. */
export function actionFor(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'> & { repeat?: boolean },
  among: readonly KeyGroup[],
  busy: boolean,
): KeyAction | undefined {
  if (event.altKey) return undefined;
  const key = keyOf(event);
  const ctrl = event.ctrlKey || event.metaKey;
  const found = among
    .toReversed()
    .flatMap((group) => group.actions)
    .find((one) => one.key === key && (one.ctrl ?? false) === ctrl && (!busy || one.everywhere));
  return event.repeat && !found?.repeats ? undefined : found;
}

// The key whose action has just run, while it is held.
let held = '';

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  if (!event.repeat) held = '';
  const dialog = document.querySelector('dialog[open]') !== null;
  const action = actionFor(event, groups, dialog || isTyping(event.target));
  // Held on, it acts once, and writes nothing into the field to which it may have moved the hand.
  if (event.repeat && !action && event.code === held) event.preventDefault();
  // Escape in a dialog closes the dialog and nothing behind it.
  if (!action || (dialog && action.key === 'Escape')) return;
  // Enter and the arrows on a control belong to the control: a button is pressed, a list is walked through.
  const onControl = event.target instanceof Element && event.target.closest('a, button, [role=option]') !== null;
  if (event.key === 'Enter' && onControl) return;
  event.preventDefault();
  held = event.code;
  action.run(event);
}

let made = 0;

/**
 * Registers the keys of a part of the page while it stands. `title` names the part on the sheet; of two parts with the
 * same key the one within the other, or the later one, has it. `actions` may be made anew at each drawing.
 */
export function useKeys(title: string, actions: readonly KeyAction[]): void {
  const id = useId();
  const latest = useRef(actions);
  latest.current = actions;
  // A part within another is drawn after it, and so comes before it here.
  const [order] = useState(() => {
    made += 1;
    return made;
  });
  const shape = JSON.stringify(actions.map(({ run: _run, ...shown }) => shown));
  useEffect(() => {
    const group: KeyGroup = {
      id,
      title,
      order,
      actions: (JSON.parse(shape) as Omit<KeyAction, 'run'>[]).map((one, index) => ({
        ...one,
        run: (event) => latest.current[index]?.run(event),
      })),
    };
    if (groups.length === 0) addEventListener('keydown', press);
    setGroups([...groups, group].sort((a, b) => a.order - b.order));
    return () => {
      setGroups(groups.filter((one) => one !== group));
      if (groups.length === 0) removeEventListener('keydown', press);
    };
  }, [id, title, order, shape]);
}

/** The keys that act now, for the sheet. */
export const useKeyGroups = (): readonly KeyGroup[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => groups,
  );
