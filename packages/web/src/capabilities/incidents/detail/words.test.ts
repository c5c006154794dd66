import { expect, test } from 'vitest';
import { allRecordWords } from './record-words.ts';
import { allStoryWords } from './story-words.ts';
import { allDetailWords } from './words.ts';

test('every word of the record stands in three languages', () => {
  const all = [allDetailWords, allRecordWords, allStoryWords].flatMap((one) => Object.entries(one));
  for (const [word, said] of all) {
    expect(said, word).toHaveLength(3);
    for (const one of said) expect(one.trim(), word).not.toBe('');
  }
});
