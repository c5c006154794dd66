import type { Language } from '@marsad/contract/platform/reasons.ts';

/** The first of our languages that a browser asks for; Arabic when it asks for none of them. */
export function languageOf(header: string | undefined): Language {
  for (const part of (header ?? '').split(',')) {
    const tag = part.trim().slice(0, 2).toLowerCase();
    if (tag === 'ar' || tag === 'en' || tag === 'fr') return tag;
  }
  return 'ar';
}
