// Who sits at this browser, as the last sign-in said: one for all its tabs. A session that ran out leaves what its person kept for
// their return; when another person comes instead, nothing of it is shown, kept or sent in the new name.
import { forgetOthers } from './offline/kept.ts';

const key = 'seat';

/**
 * Takes the seat for a person the server has just named. Resolves `changed` when somebody else sat here before: this page may
 * still hold what it showed them, and must be loaded anew.
 */
export async function takeSeat(personId: string): Promise<'same' | 'changed'> {
  const before = localStorage.getItem(key);
  if (before !== personId) localStorage.setItem(key, personId);
  await forgetOthers(personId).catch(() => undefined);
  return before !== null && before !== personId ? 'changed' : 'same';
}

/** Leaves the seat at sign-out, for every tab. */
export const leaveSeat = (): void => localStorage.removeItem(key);

/** Calls back when another tab gave the seat to somebody else, or to nobody. Returns how to stop. */
export function onSeatChange(changed: () => void): () => void {
  const listen = (event: StorageEvent) => {
    if (event.key === key && event.oldValue !== null && event.oldValue !== event.newValue) changed();
  };
  addEventListener('storage', listen);
  return () => removeEventListener('storage', listen);
}
