import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, harmless, toCsv } from './csv.ts';

test('a formula in a cell is made harmless, numbers stay numbers, quotes and breaks are kept', () => {
  const csv = toCsv([
    ['=SUM(A1)', '+1', '-x', '@y', -5, null],
    ['a "b", c', 'two\nlines', 'عربي', '', 1.5, 'plain'],
  ]);
  expect(csv).toBe(`\uFEFF'=SUM(A1),'+1,'-x,'@y,-5,\r\n"a ""b"", c","two\nlines",عربي,,1.5,plain\r\n`);
});

test.each([
  ['spaces before', '  =1+1'],
  ['a tab before', '\t=1+1'],
  ['a line break before', '\n=1+1'],
  ['a return before', '\r=1+1'],
  ['a space that does not break', '\u00A0=1+1'],
  ['an ideographic space', '\u3000+1'],
  ['a mark of direction', '\u200F=1+1'],
  ['the mark of UTF-8', '\uFEFF=1+1'],
  ['a control character', '\u0000=1+1'],
  ['a wide equals sign', '\uFF1D1+1'],
  ['a wide plus', '\uFF0B1'],
  ['a wide minus', '\uFF0D1'],
  ['a wide at sign', '\uFF20SUM(A1)'],
  ['a small equals sign', '\uFE661'],
  ['nothing but a tab', '\t'],
  ['a line break and words', '\nwords'],
])('%s is no way round it', (_what, text) => {
  expect(harmless(text)).toBe(`'${text}`);
});

test.each(['شارع = المطران', 'a-b', '1+1', 'mail@example', ' indented', 'TRI-26-000001', ''])(
  '%s stays as it is',
  (text) => {
    expect(harmless(text)).toBe(text);
  },
);

test('where a semicolon parts cells, none of ours is parted', () => {
  expect(csvLine(['a;=1+1', 'b\t=1'])).toBe('"a;=1+1","b\t=1"\r\n');
});

/** Reads a line as RFC 4180 says, with any of the signs that spreadsheets part cells by. */
function cellsOf(line: string, separator: string): string[] {
  const cells = [''];
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at] ?? '';
    if (quoted && letter === '"' && line[at + 1] === '"') {
      cells[cells.length - 1] += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === separator) cells.push('');
    else cells[cells.length - 1] += letter;
  }
  return cells;
}

test('whatever the text, no cell of it begins like a formula, by comma, semicolon or tab', () => {
  const piece = fc.constantFrom('=', '+', '-', '@', '\uFF1D', ' ', '\t', '\n', '\r', ';', ',', '"', "'", 'a', 'ب', '1');
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (one) => {
      const line = csvLine(['x', one]).slice(0, -2);
      expect(cellsOf(line, ',')).toEqual(['x', harmless(one)]);
      for (const separator of [',', ';', '\t'])
        for (const cell of cellsOf(line, separator))
          expect(/^\s*[=+\-@\uFF1D]/.test(cell.replace(/^x,/, ''))).toBe(false);
    }),
    { numRuns: 2000 },
  );
});
