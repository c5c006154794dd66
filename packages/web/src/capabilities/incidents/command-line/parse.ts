// The command line of the practised: `a M-12 #4512` assigns, `s M-12 os` sets a status, `n #4512 text` notes,
// `r`, `c` and `h` resolve, close and hold. Verbs are letters or words, in any of the three languages; letters typed on an
// Arabic keyboard count as what a Latin one would have written.
import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';

export type Verb = 'assign' | 'status' | 'note' | 'resolve' | 'close' | 'hold';

/** A line as it was understood; nothing is looked up yet. */
export interface ParsedLine {
  verb: Verb;
  /** Digits or a whole number after `#`; null means the chosen incident. */
  incident: string | null;
  /** What else was typed, in order. */
  words: string[];
  /** The same as one text, as it was typed. */
  text: string;
}

const letters: Record<string, Verb> = { a: 'assign', s: 'status', n: 'note', r: 'resolve', c: 'close', h: 'hold' };
const words: Record<Verb, readonly string[]> = {
  assign: ['assign', 'engager', 'كلف', 'أرسل'],
  status: ['status', 'statut', 'وضع'],
  note: ['note', 'ملاحظة'],
  resolve: ['resolve', 'traiter', 'عولج'],
  close: ['close', 'clore', 'أقفل'],
  hold: ['hold', 'attente', 'علق'],
};
const verbs = new Map(
  Object.entries(words).flatMap(([verb, known]) => known.map((word) => [normaliseForSearch(word), verb as Verb])),
);

// Where the letters of the Arabic keyboard (101) lie on a Latin one.
const arabicKeys: Record<string, string> = Object.fromEntries(
  [...'ضqصwثeقrفtغyعuهiخoحpشaسsيdبfلgاhتjنkمlئzءxؤcرvىnةm'.matchAll(/(.)(.)/gu)].map(([, ar, latin]) => [ar, latin]),
);

// The key of B writes two letters at once (one with Shift, or as a ligature of old fonts).
const lamAlef = /\u0644[\u0627\u0622\u0623\u0625]|[\uFEF5-\uFEFC]/g;

/** A code as a Latin keyboard would have written it: small letters and digits 0-9 alone. */
export function codeOf(text: string): string {
  const latin = [...text.toLowerCase().replace(lamAlef, 'b')].map((letter) => arabicKeys[letter] ?? letter).join('');
  return normaliseForSearch(latin).replaceAll(' ', '');
}

/** Reads a line as a command. Null when it is none: then it is something to search for. */
export function parseLine(line: string): ParsedLine | null {
  const found = /^\s*(\S+)(?:\s+(.*))?$/su.exec(line);
  if (!found?.[1]) return null;
  const [, first, rest] = found;
  // One letter is a command only once something follows it: until then it may be the beginning of a name.
  if (rest === undefined && !/\s$/.test(line)) return null;
  const verb = [...first].length === 1 ? letters[codeOf(first)] : verbs.get(normaliseForSearch(first));
  if (!verb) return null;
  let incident: string | null = null;
  const kept = (rest ?? '').split(/\s+/u).filter((word) => {
    if (!word.startsWith('#') || incident !== null || word.length === 1) return word !== '';
    incident = codeOf(word.slice(1));
    return false;
  });
  return { verb, incident, words: kept, text: kept.join(' ') };
}
