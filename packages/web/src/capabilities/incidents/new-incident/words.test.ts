import { expect, test } from 'vitest';
import { formWords } from './words.ts';

test('every word of the form stands in three languages, and Arabic is written in Arabic', () => {
  for (const [word, [ar, en, fr]] of Object.entries(formWords)) {
    expect(ar, word).toMatch(/\p{Script=Arabic}/u);
    expect(en.trim(), word).not.toBe('');
    expect(fr.trim(), word).not.toBe('');
  }
});
