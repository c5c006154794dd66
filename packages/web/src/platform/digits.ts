// Which digits Arabic is written with on this screen: 0-9, or the Eastern ones where their reader chose them. The one place that
// knows: formats of `locales.ts`, clocks and counts pass through here. Codes, plates, call signs, incident numbers and what was
// typed never do: they are read out and typed again as they stand.
export type Digits = 'western' | 'eastern';

const keyOf = (personId: string): string => `digits:${personId}`;
const eastern = '٠١٢٣٤٥٦٧٨٩';
const listeners = new Set<() => void>();
let chosen: Digits = 'western';
let reader: string | null = null;
let arabic = false;

/** Whether what is written now is written in Eastern digits. */
const isEastern = (): boolean => arabic && chosen === 'eastern';

/** The choice that stands. */
export const chosenDigits = (): Digits => chosen;

/** Calls back when the choice changes. Returns how to stop. */
export function onDigits(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: Digits): void {
  if (next === chosen) return;
  chosen = next;
  for (const listener of listeners) listener();
}

/**
 * Writes as a person chose at this browser; 0-9 for whoever chose nothing, and for nobody. A choice made in another tab
 * waits for the next loading of this one: nothing is written anew under a hand that types.
 */
export function openDigits(personId: string | null): void {
  if (personId === reader) return;
  reader = personId;
  set(personId !== null && localStorage.getItem(keyOf(personId)) === 'eastern' ? 'eastern' : 'western');
}

/** Keeps a person's choice and writes by it. */
export function chooseDigits(personId: string, next: Digits): void {
  localStorage.setItem(keyOf(personId), next);
  set(next);
}

/** Tells which language is written: Eastern digits are of Arabic alone. */
export function writeIn(language: string): void {
  arabic = language === 'ar';
}

/** The numbering system of a language's formats (BCP 47). */
export const numberingOf = (language: string): 'arab' | 'latn' =>
  language === 'ar' && chosen === 'eastern' ? 'arab' : 'latn';

const turned = (text: string): string => text.replace(/[0-9]/g, (digit) => eastern[Number(digit)] ?? digit);

/** A count, an age or a clock in the digits of this screen. */
export const inDigits = (value: string | number): string => (isEastern() ? turned(String(value)) : String(value));

/** A sentence with its numbers in the digits of this screen; what is part of a code (`TRI-26-004512`, `H3`) stays. */
export const sentenceInDigits = (text: string): string =>
  isEastern() ? text.replace(/(?<![A-Za-z0-9_#:./-])\d+(?:[.,:]\d+)*(?![A-Za-z0-9_-])/g, turned) : text;

/** Text with every digit that people write (٤٥, ۴۵) as 0-9, the decimal mark ٫ as a point; nothing else changes. */
export const westernDigits = (text: string): string =>
  text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/(?<=\d)\u066b(?=\d|$)/g, '.');
