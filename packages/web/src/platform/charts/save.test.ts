import { expect, test } from 'vitest';
import { toCsv } from './save.ts';

test('a formula in a cell is made harmless, numbers stay numbers, quotes and breaks are kept', () => {
  const csv = toCsv([
    ['=SUM(A1)', '+1', '-x', '@y', -5, null],
    ['a "b", c', 'two\nlines', 'عربي', '', 1.5, 'plain'],
  ]);
  expect(csv).toBe(`\uFEFF'=SUM(A1),'+1,'-x,'@y,-5,\r\n"a ""b"", c","two\nlines",عربي,,1.5,plain\r\n`);
});
