import { expect, test } from 'vitest';
import { type Counted, countText } from './count-text.ts';

const units: Counted = {
  ar: { one: 'وحدة واحدة', two: 'وحدتان', few: '# وحدات', many: '# وحدة', other: '# وحدة' },
  en: { one: '# unit', other: '# units' },
  fr: { one: '# unité', other: '# unités' },
};

test('a noun takes the form that its number asks for', () => {
  const said = (language: 'ar' | 'en' | 'fr', ...counts: number[]) => counts.map((n) => countText(language, units, n));
  expect(said('ar', 1, 2, 3, 11, 100)).toEqual(['وحدة واحدة', 'وحدتان', '3 وحدات', '11 وحدة', '100 وحدة']);
  expect(said('en', 0, 1, 2)).toEqual(['0 units', '1 unit', '2 units']);
  // In French nothing is singular.
  expect(said('fr', 0, 1, 2)).toEqual(['0 unité', '1 unité', '2 unités']);
});

test('a form that a language does not tell apart is its general one', () => {
  expect(countText('ar', { ...units, ar: { other: 'الوحدات: #' } }, 3)).toBe('الوحدات: 3');
});
