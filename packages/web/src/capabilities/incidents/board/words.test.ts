import { expect, test } from 'vitest';
import { mapWords } from '../../../platform/map/words.ts';
import { boardWords } from './words.ts';

test('every word of board and map stands in three languages, and Arabic is written in Arabic', () => {
  for (const [word, [ar, en, fr]] of Object.entries({ ...boardWords, ...mapWords })) {
    expect(ar, word).toMatch(/\p{Script=Arabic}/u);
    expect(en.trim(), word).not.toBe('');
    expect(fr.trim(), word).not.toBe('');
  }
});
