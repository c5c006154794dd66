import { expect, test } from 'vitest';
import { findsAll } from './sources.ts';

const texts = ['TRI-26-004512', 'سرقة محلّ', 'Burglary', 'Cambriolage d’été', 'الميناء', null];

test.each(['tri 26', '004512', '٠٠٤٥١٢', 'سرقه', 'ميناء burg', 'ETE camb', ''])('“%s” finds it', (line) => {
  expect(findsAll(line, texts)).toBe(true);
});

test('every word must be found', () => {
  expect(findsAll('burglary nowhere', texts)).toBe(false);
  expect(findsAll('urglary', texts)).toBe(false);
});
