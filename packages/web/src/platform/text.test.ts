import { expect, test } from 'vitest';
import { allWords } from './text.ts';

test('every word stands in three languages, and Arabic is written in Arabic', () => {
  for (const [word, [ar, en, fr]] of Object.entries(allWords)) {
    expect(ar, word).toMatch(/\p{Script=Arabic}/u);
    expect(en.trim(), word).not.toBe('');
    expect(fr.trim(), word).not.toBe('');
  }
});
