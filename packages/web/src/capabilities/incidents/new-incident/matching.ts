import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';
import type { TypeView } from '../reference.ts';

/** Selectable types whose code, alias or name in any language begins with or holds the words; exact and leading ones first. */
export function matching(types: readonly TypeView[], words: string): TypeView[] {
  const wanted = normaliseForSearch(words);
  if (wanted === '') return [];
  const rank = (type: TypeView): number => {
    const names = [...type.aliases, type.nameAr, type.nameEn, type.nameFr].map(normaliseForSearch);
    if (names.includes(wanted)) return 0;
    if (names.some((one) => one.startsWith(wanted))) return 1;
    return names.some((one) => one.includes(wanted)) ? 2 : 3;
  };
  return types
    .filter((type) => type.selectable && type.active)
    .map((type) => ({ type, order: rank(type) }))
    .filter(({ order }) => order < 3)
    .sort((a, b) => a.order - b.order)
    .map(({ type }) => type);
}
