import { createContext, useContext, useEffect, useState } from 'react';
import { writeIn } from '../platform/digits.ts';
import type { Language } from '../platform/text.ts';

export type Theme = 'dark' | 'light';

export interface Appearance {
  language: Language;
  theme: Theme;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
}

const remembered = <T extends string>(key: string, fallback: T): T =>
  (localStorage.getItem(key) as T | null) ?? fallback;

export const AppearanceContext = createContext<Appearance | null>(null);

export function useAppearance(): Appearance {
  const appearance = useContext(AppearanceContext);
  if (!appearance) throw new Error('Expected useAppearance inside the application, got none around it.');
  return appearance;
}

/** Language and theme of this seat: on the page itself (direction too), and remembered. */
export function useChosenAppearance(): Appearance {
  const [language, setLanguage] = useState<Language>(() => remembered('language', 'ar'));
  const [theme, setTheme] = useState<Theme>(() => remembered('theme', 'dark'));
  // Before anything of this drawing is written.
  writeIn(language);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
    document.documentElement.dataset.theme = theme;
    localStorage.setItem('language', language);
    localStorage.setItem('theme', theme);
  }, [language, theme]);
  useEffect(() => {
    // Paper is white: charts and maps take their colours from the theme, so it turns before the page is taken.
    const paper = matchMedia('print');
    const turn = () => {
      document.documentElement.dataset.theme = paper.matches ? 'light' : theme;
    };
    paper.addEventListener('change', turn);
    return () => paper.removeEventListener('change', turn);
  }, [theme]);
  return { language, theme, setLanguage, setTheme };
}
