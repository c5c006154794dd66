import { type Language, useText } from '../platform/text.ts';

const words = {
  search: ['ابحث بالاسم أو الرمز', 'Search by name or code', 'Chercher par nom ou code'],
  none: ['لا شيء بهذا الاسم.', 'Nothing by this name.', 'Rien de ce nom.'],
  hint: [
    'Enter: هذا وحده · Ctrl+Enter أو +: أضفه',
    'Enter: this alone · Ctrl+Enter or +: add it',
    'Entrée : lui seul · Ctrl+Entrée ou + : l’ajouter',
  ],
} as const satisfies Record<string, readonly [string, string, string]>;
const column: Record<Language, 0 | 1 | 2> = { ar: 0, en: 1, fr: 2 };

export function useTreePickerText(): (word: keyof typeof words) => string {
  const { language } = useText();
  return (word) => words[word][column[language]];
}
