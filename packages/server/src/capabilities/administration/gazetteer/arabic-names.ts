/** Letters of the Arabic language, its marks and tatweel; Persian, Kurdish and Urdu letters are not among them. */
const ONLY_ARABIC = /^[\u0621-\u063A\u0640-\u0652\u0670\u0671 \u060C.()\-0-9\u0660-\u0669]+$/;
const ARABIC_LETTER = /[\u0621-\u064A]/;
const ARABIC_SCRIPT = /\p{Script=Arabic}/u;
const LATIN_SCRIPT = /^[\p{Script=Latin}\p{M}\p{P}\p{Sk}\p{N}\p{Zs}\u02B0-\u02FF]+$/u;

/** Which alphabet a name is in: `ar` Arabic language letters only, `arabic-script` with Persian or Kurdish letters. */
export type NameScript = 'ar' | 'arabic-script' | 'latin' | 'other';

/** Tells the alphabet of a name; a name that mixes alphabets is `other`. */
export function scriptOf(name: string): NameScript {
  if (ARABIC_LETTER.test(name) && ONLY_ARABIC.test(name)) return 'ar';
  if (LATIN_SCRIPT.test(name) && /\p{L}/u.test(name)) return 'latin';
  if (ARABIC_SCRIPT.test(name) && !/\p{Script=Latin}/u.test(name)) return 'arabic-script';
  return 'other';
}

/**
 * Returns the best Arabic name of a place, or undefined when none is in Arabic letters alone.
 * Plain names come before those with a remark (زحلة، لبنان); a spelling with teh marbuta before the same with heh;
 * otherwise the first given.
 */
export function chooseArabicName(names: readonly string[]): string | undefined {
  const arabic = names.filter((name) => scriptOf(name) === 'ar');
  const plain = arabic.filter((name) => !/[\u060C.()0-9\u0660-\u0669]/.test(name));
  const first = plain[0] ?? arabic[0];
  if (first === undefined || !/ه(?= |$)/.test(first)) return first;
  const asSearched = first.replace(/ه(?= |$)/g, 'ة');
  return plain.find((name) => name !== first && name.replace(/ه(?= |$)/g, 'ة') === asSearched) ?? first;
}
