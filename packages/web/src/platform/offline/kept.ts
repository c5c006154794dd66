import { database } from './database.ts';
import { dropForms } from './form-draft.ts';
import { serverNow } from './server-time.ts';

const mostDetails = 200;

/** Keeps what was read. A full or forbidden disk costs the copy, never the answer. */
export async function keep(key: string, personId: string, value: unknown): Promise<void> {
  await database.kept.put({ key, personId, at: serverNow(), value }).catch(() => undefined);
}

/** What was last read under a key by a person, and when; undefined when nothing was. */
export async function recall<Value>(key: string, personId: string): Promise<{ value: Value; at: number } | undefined> {
  const found = await database.kept.get(key).catch(() => undefined);
  return found?.personId === personId ? { value: found.value as Value, at: found.at } : undefined;
}

/** Drops what was read under a key: the server no longer shows it. */
export async function unkeep(key: string): Promise<void> {
  await database.kept.delete(key).catch(() => undefined);
}

/** Removes the oldest incidents read beyond two hundred. */
export async function trimDetails(): Promise<void> {
  const keys = await database.kept.where('key').startsWith('incident:').sortBy('at');
  const old = keys.slice(0, Math.max(0, keys.length - mostDetails)).map((one) => one.key);
  await database.kept.bulkDelete(old);
}

/** Forgets everything read by a person: at sign-out the next at this seat finds nothing. Waiting commands stay theirs. */
export async function forget(personId: string): Promise<void> {
  await database.kept.where('personId').equals(personId).delete();
  await database.kept.delete('session');
  dropForms();
}

/** Forgets what was read and half written by everybody else: somebody has come to this seat. Waiting commands stay theirs. */
export async function forgetOthers(personId: string): Promise<void> {
  dropForms(personId);
  await database.kept.where('personId').notEqual(personId).delete();
}
