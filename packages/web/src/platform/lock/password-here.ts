// Opening a locked seat while the server cannot be reached. At each sign-in the browser keeps what a password can be checked
// against, not the password: salted, and slow to try. It goes with the sign-out, after a few wrong tries, and is good for as
// long as commands may wait for the link. docs/adr/0008 says why.
import { keep, recall, unkeep } from '../offline/kept.ts';
import { serverNow } from '../offline/server-time.ts';

interface Check {
  salt: Uint8Array<ArrayBuffer>;
  rounds: number;
  derived: Uint8Array<ArrayBuffer>;
  /** Milliseconds since 1970, the server's clock. */
  madeAt: number;
  triesLeft: number;
}

export type Judged = 'right' | 'wrong' | 'none';

const rounds = 600_000;
const mostTries = 5;
const keyOf = (personId: string): string => `password-here:${personId}`;

/** Keeps what the password of a person, which the server has just taken, can be checked against. Fails silently. */
export async function rememberPassword(personId: string, password: string): Promise<void> {
  try {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const derived = await derive(password, salt, rounds);
    const check: Check = { salt, rounds, derived, madeAt: serverNow(), triesLeft: mostTries };
    await keep(keyOf(personId), personId, check);
  } catch {
    // A page that is not secure cannot derive: its seat opens with the link alone.
  }
}

/** Whether the seat of a person can be opened without a link, for `hours` since the server last took their password. */
export async function canOpenHere(personId: string, hours: number): Promise<boolean> {
  const check = (await recall<Check>(keyOf(personId), personId))?.value;
  return check !== undefined && check.triesLeft > 0 && serverNow() - check.madeAt <= hours * 3_600_000;
}

/** Judges a password at this seat; `none` where nothing is kept to judge it by, too old, or tried too often. */
export async function judgeHere(personId: string, password: string, hours: number): Promise<Judged> {
  if (!(await canOpenHere(personId, hours))) return 'none';
  const check = (await recall<Check>(keyOf(personId), personId))?.value as Check;
  // Counted before it is tried: closing the page takes no try back.
  const counted = { ...check, triesLeft: check.triesLeft - 1 };
  await keep(keyOf(personId), personId, counted);
  const derived = await derive(password, check.salt, check.rounds);
  if (derived.some((byte, index) => byte !== check.derived[index])) {
    if (counted.triesLeft === 0) await unkeep(keyOf(personId));
    return 'wrong';
  }
  await keep(keyOf(personId), personId, { ...check, triesLeft: mostTries });
  return 'right';
}

async function derive(password: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<Check['derived']> {
  const raw = new TextEncoder().encode(password);
  const key = await crypto.subtle.importKey('raw', raw, 'PBKDF2', false, ['deriveBits']);
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256),
  );
}
