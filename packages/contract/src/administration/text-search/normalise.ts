/**
 * Letters that are folded together so that a name is found however it was typed.
 *
 * The Arabic part is the rule set of Apache Lucene's ArabicNormalizer, letter for letter; the rest is what a Lebanese
 * police room types: French accents, apostrophes for ayn and hamza, Eastern digits, hyphens.
 */

const ALEF_WITH_SIGN = /[\u0622\u0623\u0625]/g;
const TATWEEL_AND_SHORT_VOWELS = /[\u0640\u064B-\u0652]/g;

/**
 * Folds Arabic letters exactly as Lucene's ArabicNormalizer does: alef forms to bare alef, alef maksura to yeh, teh
 * marbuta to heh, tatweel and the marks U+064B..U+0652 removed. Nothing else is touched.
 */
export function normaliseArabic(text: string): string {
  return text
    .replace(ALEF_WITH_SIGN, '\u0627')
    .replaceAll('\u0649', '\u064A')
    .replaceAll('\u0629', '\u0647')
    .replace(TATWEEL_AND_SHORT_VOWELS, '');
}

/** Directional and zero-width signs that come along when text is pasted; they are never part of a name. */
const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** Apostrophes, primes, backticks and the half rings used for ayn and hamza in transliteration. */
const APOSTROPHES = /['`\u00B4\u02B0-\u02C1\u02C8\u02CB\u02EE\u2018-\u201B\u2032\u2035\uFF07\uA78B\uA78C]/g;

const ARABIC_INDIC_DIGIT = /[\u0660-\u0669\u06F0-\u06F9]/g;
const LATIN_MARKS = /[\u0300-\u036F]/g;

/** Signs of the Koranic and dictionary spelling that Lucene leaves but that nobody types: dagger alef and its like. */
const RARE_ARABIC_MARKS = /[\u0610-\u061A\u0653-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED]/g;

/** Letters without a Unicode decomposition, and the Persian keyboard's yeh, kaf and heh. */
const SINGLE_LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  '\u0671': '\u0627',
  '\u06CC': '\u064A',
  '\u06A9': '\u0643',
  '\u06C1': '\u0647',
  '\u06D5': '\u0647',
};
const SINGLE_LETTER = new RegExp(`[${Object.keys(SINGLE_LETTERS).join('')}]`, 'g');

/**
 * Returns the form of `text` that is stored for, and compared in, a search: Arabic folded by {@link normaliseArabic},
 * lower case, no Latin accents, digits 0-9, apostrophes removed, punctuation and hyphens as one space, trimmed.
 * Applying it twice gives the same as once.
 */
export function normaliseForSearch(text: string): string {
  const folded = text
    .replace(APOSTROPHES, '')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(APOSTROPHES, '')
    .toLowerCase()
    .replace(SINGLE_LETTER, (letter) => SINGLE_LETTERS[letter] ?? letter)
    .replace(ARABIC_INDIC_DIGIT, (digit) => String(digit.charCodeAt(0) & 0x0f));
  return normaliseArabic(folded)
    .replace(RARE_ARABIC_MARKS, '')
    .normalize('NFD')
    .replace(LATIN_MARKS, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
