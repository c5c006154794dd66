import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';
import { codeOf } from '../command-line/parse.ts';
import type { TypeView } from '../reference.ts';

/**
 * Selectable types whose code, alias or name in any language begins with or holds the words; exact and leading ones first.
 * A code typed on an Arabic keyboard left as it is counts as what a Latin one would have written.
 */
export function matching(types: readonly TypeView[], words: string): TypeView[] {
  const wanted = normaliseForSearch(words);
  if (wanted === '') return [];
  const code = codeOf(words);
  const rank = (type: TypeView): number => {
    const names = [...type.aliases, type.nameAr, type.nameEn, type.nameFr].map(normaliseForSearch);
    if (names.includes(wanted)) return 0;
    if (type.aliases.some((one) => codeOf(one) === code)) return 0.5;
    if (names.some((one) => one.startsWith(wanted))) return 1;
    if (type.aliases.some((one) => codeOf(one).startsWith(code))) return 1.5;
    return names.some((one) => one.includes(wanted)) ? 2 : 3;
  };
  return types
    .filter((type) => type.selectable && type.active)
    .map((type) => ({ type, order: rank(type) }))
    .filter(({ order }) => order < 3)
    .sort((a, b) => a.order - b.order)
    .map(({ type }) => type);
}
