import { normaliseForSearch } from './normalise.ts';

/**
 * A consonant skeleton that is the same for an Arabic name and for the ways it is typed in Latin letters.
 *
 * Each letter becomes a class; vowels, glides, hamza and ayn become nothing because the two scripts write them
 * differently. Where one letter has two usual spellings (teh marbuta in a construct, th, dh) both are followed, so a
 * name has several keys and two names are alike when they share one.
 */

/** Keys of one name never exceed this: the alternatives that come first are the more usual ones. */
const MOST_KEYS = 16;

const ARABIC_CLASSES: Readonly<Record<string, readonly string[]>> = {
  ب: ['B'],
  پ: ['B'],
  ت: ['T'],
  ط: ['T'],
  ث: ['T', 'S'],
  ج: ['J'],
  چ: ['C'],
  ح: ['H'],
  خ: ['X'],
  د: ['D'],
  ض: ['D'],
  ذ: ['D', 'Z'],
  ظ: ['Z', 'D'],
  ر: ['R'],
  ز: ['Z'],
  ژ: ['J'],
  س: ['S'],
  ص: ['S'],
  ش: ['C'],
  غ: ['G'],
  ف: ['F'],
  ڤ: ['F'],
  ق: ['K'],
  ك: ['K'],
  گ: ['J'],
  ل: ['L'],
  م: ['M'],
  ن: ['N'],
  ه: ['H'],
};

/** Longest first: the first that fits is taken. */
const LATIN_GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ['tch', ['C']],
  ['sch', ['C']],
  ['kh', ['X']],
  ['gh', ['G']],
  ['sh', ['C']],
  ['ch', ['C']],
  ['th', ['T', 'S', 'TH']],
  ['dh', ['D', 'Z', 'DH']],
  ['ph', ['F']],
  ['dj', ['J']],
];

const LATIN_CLASSES: Readonly<Record<string, readonly string[]>> = {
  b: ['B'],
  p: ['B'],
  t: ['T'],
  j: ['J'],
  g: ['J', 'G'],
  h: ['H'],
  d: ['D'],
  r: ['R'],
  z: ['Z'],
  s: ['S'],
  f: ['F'],
  v: ['F'],
  q: ['K'],
  k: ['K'],
  l: ['L'],
  m: ['M'],
  n: ['N'],
  x: ['KS'],
};

/** Digits that stand for Arabic letters in typed messages: 2 hamza or qaf, 3 ayn, 5 kha, 6 tah, 7 hah, 8 ghain, 9 sad. */
const CHAT_DIGITS: Readonly<Record<string, readonly string[]>> = {
  '2': ['', 'K'],
  '3': [''],
  '5': ['X'],
  '6': ['T'],
  '7': ['H'],
  '8': ['G'],
  '9': ['S', 'K'],
};

/** The article as it is heard before sun and moon letters, when written as a word of its own. */
const LATIN_ARTICLE = /^(?:[aeiou]?l|[ae](?:n|r|s|t|d|z|j|sh|ch|th|dh))$/;
const ARABIC = /[\u0620-\u06FF]/;

/**
 * Returns the skeleton keys of `text`, the most usual first, at most 16; empty when nothing but vowels is left.
 * Works on raw text in either script, or both mixed.
 */
export function romanKeys(text: string): string[] {
  const words = normaliseForSearch(text.replace(/[çÇ]/g, 's').replace(/\u0629/g, '\u06C3'))
    .split(' ')
    .filter((word) => word !== '');
  const meaningful = words.filter((word) => !LATIN_ARTICLE.test(word));
  const kept = meaningful.length > 0 ? meaningful : words;
  let keys: string[] = [''];
  for (const [index, word] of kept.entries()) {
    const steps = ARABIC.test(word) ? arabicSteps(word, index === kept.length - 1) : latinSteps(word);
    for (const step of steps) keys = extend(keys, step);
  }
  return [...new Set(keys.map(collapse))].filter((key) => key !== '');
}

/** True when the two lists of keys have one in common. */
export function shareKey(left: readonly string[], right: readonly string[]): boolean {
  return left.some((key) => right.includes(key));
}

function extend(keys: readonly string[], alternatives: readonly string[]): string[] {
  const longer: string[] = [];
  for (const alternative of alternatives) for (const key of keys) longer.push(key + alternative);
  return longer.slice(0, MOST_KEYS);
}

/** One script doubles what the other writes once (Hammoud, حمود), so equal neighbours count once. */
function collapse(key: string): string {
  return key.replace(/([A-Z])\1+/g, '$1');
}

function arabicSteps(word: string, isLast: boolean): (readonly string[])[] {
  const hasArticle = word.length > 3 && word.startsWith('ال');
  const bare = hasArticle ? word.slice(2) : word;
  // Once its hamza is folded away, Elias (إلياس) begins like an article, so the lam is also followed.
  const steps: (readonly string[])[] = hasArticle ? [['', 'L']] : [];
  for (let i = 0; i < bare.length; i += 1) {
    const letter = bare.charAt(i);
    const atEnd = i === bare.length - 1;
    // Teh marbuta is heard as t before the next word (مزرعة الشوف, Mazraat ech Chouf) and is silent at the end.
    if (letter === '\u06C3') steps.push(isLast ? [''] : ['', 'T']);
    // Final heh is most often a teh marbuta typed without its dots.
    else if (letter === 'ه' && atEnd) steps.push(isLast ? ['', 'H'] : ['', 'T', 'H']);
    else if (/[0-9]/.test(letter)) steps.push([letter]);
    else steps.push(ARABIC_CLASSES[letter] ?? ['']);
  }
  return steps;
}

function latinSteps(word: string): (readonly string[])[] {
  if (/^[0-9]+$/.test(word)) return [[word]];
  const steps: (readonly string[])[] = [];
  let i = 0;
  while (i < word.length) {
    const rest = word.slice(i);
    const group = LATIN_GROUPS.find(([letters]) => rest.startsWith(letters));
    if (group) {
      steps.push(group[1]);
      i += group[0].length;
      continue;
    }
    const letter = word.charAt(i);
    const next = word.charAt(i + 1);
    if (letter === 'c') steps.push([/[eiy]/.test(next) ? 'S' : 'K']);
    // A final h is usually the silent ending (Zahleh), sometimes a hah (Mamdouh).
    else if (letter === 'h' && next === '') steps.push(['', 'H']);
    else steps.push(CHAT_DIGITS[letter] ?? (/[0-9]/.test(letter) ? [letter] : (LATIN_CLASSES[letter] ?? [''])));
    i += 1;
  }
  return steps;
}
