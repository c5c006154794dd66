import { useContext, useMemo } from 'react';
import { type Language, LanguageContext } from '../../platform/text.ts';

/** A word in Arabic, English and French. */
export type Said = readonly [ar: string, en: string, fr: string];
const column: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };

/** Makes the hook that reads a table of words in the person's language. `{name}` in a word is replaced by a parameter. */
export function wordsOf<Table extends Record<string, Said>>(table: Table) {
  return () => {
    const language = useContext(LanguageContext);
    return useMemo(
      () => ({
        language,
        say: (word: keyof Table, parameters: Record<string, string | number> = {}): string =>
          (table[word] as Said)[column[language]].replace(/\{(\w+)\}/g, (_whole, name: string) =>
            String(parameters[name] ?? ''),
          ),
      }),
      [language],
    );
  };
}
