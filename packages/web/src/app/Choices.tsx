import { wordIn } from '../platform/text.ts';
import { useAppearance } from './appearance.ts';

/** Language and light, at any time, without losing work. */
export function Choices() {
  const { language, theme, setLanguage, setTheme } = useAppearance();
  return (
    <span className="chip">
      {(['ar', 'en', 'fr'] as const).map((one) => (
        <button key={one} type="button" aria-pressed={one === language} onClick={() => setLanguage(one)} lang={one}>
          {one === 'ar' ? 'ع' : one.toUpperCase()}
        </button>
      ))}
      <button type="button" onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}>
        {wordIn(language, theme === 'dark' ? 'light' : 'dark')}
      </button>
    </span>
  );
}
