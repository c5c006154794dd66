import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';
import { romanKeys } from '@marsad/contract/administration/text-search/roman-keys.ts';

interface Named {
  nameAr?: string | null | undefined;
  nameEn?: string | null | undefined;
  nameFr?: string | null | undefined;
  aliases: readonly { name: string; language?: string | undefined }[];
}

/** A name with the forms it is looked up by. */
export interface NameRow {
  nameId: number;
  name: string;
  language: string | null;
  normalised: string;
  skeletons: string[];
}

/**
 * The names of a place, the main ones first, with normalised form and skeletons. Names that differ only in letters
 * written alike (Jounié, Jounie) are looked up alike, so the first stands for all.
 */
export function nameRows(place: Named): NameRow[] {
  const all = [
    { name: place.nameAr, language: 'ar' },
    { name: place.nameEn, language: 'en' },
    { name: place.nameFr, language: 'fr' },
    ...place.aliases,
  ];
  const rows: NameRow[] = [];
  const seen = new Set<string>();
  for (const { name, language } of all) {
    const normalised = name ? normaliseForSearch(name) : '';
    if (!name || normalised === '' || seen.has(normalised)) continue;
    seen.add(normalised);
    rows.push({
      nameId: rows.length,
      name,
      language: language ?? null,
      normalised,
      skeletons: romanKeys(name),
    });
  }
  return rows;
}
