import type { KeptDisposition, KeptType } from '@marsad/contract/administration/reference/get-reference.ts';
import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';

export interface TypeGroup {
  group: KeptType;
  types: KeptType[];
}

interface Narrowed {
  words: string;
  withOut: boolean;
}

/** Whether each of the words stands in one of the texts, however its letters are written. */
function holds(texts: readonly (string | null)[], words: string): boolean {
  const text = normaliseForSearch(texts.filter(Boolean).join(' '));
  return normaliseForSearch(words)
    .split(' ')
    .every((word) => text.includes(word));
}

const namesOf = (one: { code: string; nameAr: string; nameEn: string; nameFr: string }) => [
  one.code,
  one.nameAr,
  one.nameEn,
  one.nameFr,
];

/** Groups by code with their types by code; with words, types that hold them and groups that hold them or such types. */
export function groupsOf(types: readonly KeptType[], { words, withOut }: Narrowed): TypeGroup[] {
  const shown = types.filter((type) => withOut || type.active);
  const byCode = (one: KeptType, other: KeptType) => (one.code < other.code ? -1 : 1);
  return shown
    .filter((type) => type.parentId === null)
    .sort(byCode)
    .map((group) => ({
      group,
      types: shown
        .filter((type) => type.parentId === group.typeId)
        .filter((type) => holds([...namesOf(type), ...namesOf(group), ...type.aliases, type.iccs, type.eido], words))
        .sort(byCode),
    }))
    .filter(({ group, types: inside }) => inside.length > 0 || holds(namesOf(group), words));
}

export const dispositionsOf = (all: readonly KeptDisposition[], { words, withOut }: Narrowed): KeptDisposition[] =>
  all.filter((one) => (withOut || one.active) && holds(namesOf(one), words));
