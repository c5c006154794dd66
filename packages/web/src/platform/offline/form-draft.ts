// What stands in a half-filled form. Unlike the rest it is written at once (localStorage), so that a reload in the same
// second loses no letter; it is gone when the form is sent or its writer signs out.
const prefix = 'form:';

/** `store` is `sessionStorage` for what is restricted: it ends with the window. */
export function keepForm(key: string, personId: string, value: unknown, store: Storage = localStorage): void {
  try {
    store.setItem(prefix + key, JSON.stringify({ personId, value }));
  } catch {
    // A full or forbidden store costs the copy, never the typing.
  }
}

export function recallForm<Value>(key: string, personId: string, store: Storage = localStorage): Value | undefined {
  try {
    const found = JSON.parse(store.getItem(prefix + key) ?? 'null') as { personId: string; value: Value } | null;
    return found?.personId === personId ? found.value : undefined;
  } catch {
    return undefined;
  }
}

/** What a person keeps under keys that begin alike, by what follows in the key. */
export function recallForms<Value>(begin: string, personId: string): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(prefix + begin)) continue;
    const value = recallForm<Value>(key.slice(prefix.length), personId);
    if (value !== undefined) found.set(key.slice(prefix.length + begin.length), value);
  }
  return found;
}

export const dropForm = (key: string, store: Storage = localStorage): void => store.removeItem(prefix + key);

/** Drops every form, or all but those of one person. */
export function dropForms(butOf?: string): void {
  for (const store of [localStorage, sessionStorage])
    for (const key of Object.keys(store))
      if (key.startsWith(prefix) && (butOf === undefined || writerOf(store, key) !== butOf)) store.removeItem(key);
}

function writerOf(store: Storage, key: string): string | undefined {
  try {
    return (JSON.parse(store.getItem(key) ?? 'null') as { personId?: string } | null)?.personId;
  } catch {
    return undefined;
  }
}
