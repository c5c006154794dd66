import { expect, test } from 'vitest';
import { allEditorWords } from './words.ts';

test('every word of the editor stands in three languages, and Arabic is written in Arabic', () => {
  for (const [word, [ar, en, fr]] of Object.entries(allEditorWords)) {
    expect(ar, word).toMatch(/\p{Script=Arabic}/u);
    expect(en.trim(), word).not.toBe('');
    expect(fr.trim(), word).not.toBe('');
  }
});
