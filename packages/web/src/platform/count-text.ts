import { numberLocaleOf } from './locales.ts';
import type { Language } from './text.ts';

/** A noun as each language counts it, by the form that the number asks for. `#` stands for the number. */
export type Counted = Record<Language, { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>>;

/** A number with its noun, as the language says it. */
export function countText(language: Language, forms: Counted, count: number): string {
  const form = forms[language][new Intl.PluralRules(language).select(count)] ?? forms[language].other;
  return form.replace('#', new Intl.NumberFormat(numberLocaleOf(language)).format(count));
}
