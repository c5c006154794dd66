// The lock of a seat that was left. It is one for all tabs and outlives a reload or a restart (localStorage): whoever opens
// the page anew finds the lock, not the board. The server's session ends with it as soon as the server can be reached.
import { useEffect, useSyncExternalStore } from 'react';
import { onLinkTurn } from '../offline/link.ts';
import { signOut } from '../sign-in.ts';

const lockedKey = 'locked';
const openedHereKey = 'opened-here';
const activityKey = 'last-activity';
const lookMilliseconds = 2_000;
const noteMilliseconds = 2_000;
const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};
addEventListener('storage', (event) => {
  const { key } = event as StorageEvent;
  if (key === lockedKey || key === null) tell();
});

/** Whose seat is locked; null when it is open. */
export const lockedFor = (): string | null => localStorage.getItem(lockedKey);

export function useLockedFor(): string | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, lockedFor);
}

/** Locks the seat. What is on the screen stays where it is, behind the lock. */
export function lockSeat(personId: string): void {
  localStorage.setItem(lockedKey, personId);
  tell();
  endSession();
}

// Without a link the session cannot be ended now: when the link returns it is.
const endSession = (): void => {
  signOut(true).catch(() => undefined);
};
onLinkTurn(() => {
  if (lockedFor()) endSession();
});

/** Opens the seat again: somebody has just signed in at it. */
export function openSeat(): void {
  noteActivity();
  localStorage.removeItem(lockedKey);
  localStorage.removeItem(openedHereKey);
  tell();
}

/** Opens the seat without a link, on the word of this browser: the server may yet ask for the password itself. */
export function openSeatHere(personId: string): void {
  openSeat();
  localStorage.setItem(openedHereKey, personId);
}

/** Whether the seat was last opened without the server's word. */
export const isOpenedHere = (): boolean => localStorage.getItem(openedHereKey) !== null;

const noteActivity = (): void => localStorage.setItem(activityKey, String(Date.now()));
const idleMilliseconds = (): number => Date.now() - Number(localStorage.getItem(activityKey) ?? Date.now());
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Locks the seat of a person after `minutes` without a hand on it, in any tab; null never does (a wall has no hands).
 * A page opened after a longer pause is locked at once, whether or not the server can be reached.
 */
export function useIdleLock(personId: string | null, minutes: number | null): void {
  useEffect(() => {
    if (personId === null || minutes === null) return;
    let noted = 0;
    const note = () => {
      if (Date.now() - noted < noteMilliseconds || lockedFor()) return;
      noted = Date.now();
      noteActivity();
    };
    const look = () => {
      if (!lockedFor() && idleMilliseconds() >= minutes * 60_000) lockSeat(personId);
    };
    if (localStorage.getItem(activityKey) === null) noteActivity();
    look();
    for (const sign of signs) addEventListener(sign, note, { passive: true, capture: true });
    document.addEventListener('visibilitychange', look);
    const timer = setInterval(look, lookMilliseconds);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      for (const sign of signs) removeEventListener(sign, note, { capture: true });
    };
  }, [personId, minutes]);
}
