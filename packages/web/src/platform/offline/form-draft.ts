// What stands in a half-filled form. Unlike the rest it is written at once (localStorage), so that a reload in the same
// second loses no letter; it is gone when the form is sent or its writer signs out.
const prefix = 'form:';

export function keepForm(key: string, personId: string, value: unknown): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify({ personId, value }));
  } catch {
    // A full or forbidden store costs the copy, never the typing.
  }
}

export function recallForm<Value>(key: string, personId: string): Value | undefined {
  try {
    const found = JSON.parse(localStorage.getItem(prefix + key) ?? 'null') as { personId: string; value: Value } | null;
    return found?.personId === personId ? found.value : undefined;
  } catch {
    return undefined;
  }
}

export const dropForm = (key: string): void => localStorage.removeItem(prefix + key);

export function dropForms(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}
