// Which seat a command was made at: an id of the browser's own, so that an inspector can tell two seats of one person apart.
import { v7 as uuidv7 } from 'uuid';

const key = 'device';
let known: string | null = null;

/** The id of this browser, made at its first command; one of this page alone where nothing can be kept. */
export function deviceId(): string {
  if (known) return known;
  try {
    known = localStorage.getItem(key) ?? uuidv7();
    localStorage.setItem(key, known);
  } catch {
    known = uuidv7();
  }
  return known;
}
