// Leaving the seat. Whoever signs out is gone from the screen at once; their session on the server ends when it can be
// reached. Until then a mark stands here, in every tab and through a restart: nobody is let in on the strength of a session
// that was left, and it is ended before anything else is asked.
import { openSeat } from './lock/lock.ts';
import { forget } from './offline/kept.ts';
import { heard, lost } from './offline/link.ts';
import { leaveSeat } from './seat.ts';
import { signOut } from './sign-in.ts';

const key = 'leaving';

/** Whether somebody has left whose session may still stand on the server. */
export const isLeaving = (): boolean => localStorage.getItem(key) !== null;

/** Somebody has just signed in, and holds the only session of this browser. */
export const hasEntered = (): void => localStorage.removeItem(key);

/**
 * Leaves the seat: `gone` takes the pages away, and what was read and half typed is forgotten. What waits to be sent stays
 * with its owner.
 */
export async function leave(personId: string, gone: () => void): Promise<void> {
  localStorage.setItem(key, personId);
  gone();
  await forget(personId).catch(() => undefined);
  leaveSeat();
  // Last: whoever is gone from the screen is behind no lock either.
  openSeat();
}

/** Ends the session that was left. Resolves whether none is left over; false where the server was not reached or failed. */
export async function finishLeaving(): Promise<boolean> {
  // One tab at a time: an answer that comes late would take the cookie of whoever has signed in since.
  return navigator.locks ? navigator.locks.request(key, endLeft) : endLeft();
}

async function endLeft(): Promise<boolean> {
  if (!isLeaving()) return true;
  try {
    await signOut();
    heard();
  } catch (error) {
    const { status } = error as { status?: number };
    if (status === undefined) lost();
    if (status !== 401) return false;
  }
  hasEntered();
  return true;
}
