// Workbooks are written by exceljs, a writer of its own kind, and by hand where a fault is to be planted.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import Excel from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import type { ReadOptions } from './file-row.ts';
import { readRows } from './read-rows.ts';
import { isDateFormat } from './workbook-cells.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'marsad-workbook-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = path.join(folder, 'book.xlsx');

async function read(options: ReadOptions = {}) {
  const rows = [];
  for await (const row of readRows(file, options)) rows.push(row);
  return rows;
}
async function bookOf(fill: (book: Excel.Workbook) => void): Promise<void> {
  const book = new Excel.Workbook();
  fill(book);
  await book.xlsx.writeFile(file);
}

test('reads text, rich text, numbers, dates, truth, formulas and empty cells, with the row of each', async () => {
  await bookOf((book) => {
    const sheet = book.addWorksheet('بيانات');
    sheet.addRow(['رقم', 'نوع', 'وقت', 'عدد', 'صح', 'صيغة', 'فارغ']);
    const row = sheet.addRow([
      7,
      'شجار',
      new Date('2024-03-01T10:30:15Z'),
      37.73217458500619,
      true,
      { formula: 'A2*2', result: 14 },
      null,
    ]);
    row.getCell(3).numFmt = 'dd/mm/yyyy hh:mm:ss';
    sheet.addRow([]);
    sheet.addRow([200983546, { richText: [{ text: 'قسم ' }, { text: 'ثانٍ', font: { bold: true } }] }]);
  });
  expect(await read()).toEqual([
    { line: 1, cells: ['رقم', 'نوع', 'وقت', 'عدد', 'صح', 'صيغة', 'فارغ'] },
    { line: 2, cells: ['7', 'شجار', '2024-03-01T10:30:15', '37.73217458500619', 'true', '14', ''] },
    { line: 4, cells: ['200983546', 'قسم ثانٍ', '', '', '', '', ''] },
  ]);
});

test('takes the sheet and the heading row that a mapping names, else the first sheet that is not hidden', async () => {
  await bookOf((book) => {
    book.addWorksheet('notes', { state: 'hidden' }).addRow(['nothing']);
    const sheet = book.addWorksheet('shown');
    sheet.addRow(['A title over the table']);
    sheet.addRow(['a', 'b']);
    sheet.addRow(['1', '2']);
    book.addWorksheet('other').addRow(['x', 'y']);
  });
  const cells = async (options: ReadOptions) => (await read(options)).map((row) => row.cells);
  expect(await cells({ headingRow: 2 })).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
  expect(await cells({ sheet: 'other' })).toEqual([['x', 'y']]);
  await expect(read({ sheet: 'none' })).rejects.toMatchObject({ reason: 'file.sheet_missing' });
});

test('an Arabic letter that lies across two chunks stays whole, in ten thousand different texts', async () => {
  const texts = Array.from({ length: 10_000 }, (_, index) => `${'ش'.repeat(index % 7)} حادث رقم ${index}`);
  await bookOf((book) => {
    const sheet = book.addWorksheet('one');
    sheet.addRow(['text']);
    for (const text of texts) sheet.addRow([text]);
  });
  expect((await read()).slice(1).map((row) => row.cells?.[0])).toEqual(texts);
});

test.each([
  ['General', false],
  ['0.00', false],
  ['#,##0 "days"', false],
  ['[Red]0', false],
  ['dd/mm/yyyy', true],
  ['[$-401]d mmmm yyyy', true],
  ['[h]:mm', true],
])('the number format %s is one of dates: %s', (format, dates) => {
  expect(isDateFormat(format)).toBe(dates);
});

// A zip by hand: one entry after the other, then the directory. `size` is what the zip states, true or not.
function zipOf(entries: readonly { name: string; content: Buffer; size?: number }[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, size } of entries) {
    const packed = deflateRawSync(content, { level: 9 });
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(size ?? content.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), head, entry, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}
const bookAround = (sheet: Buffer, size?: number) =>
  zipOf([
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: Buffer.from('<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'),
    },
    {
      name: 'xl/workbook.xml',
      content: Buffer.from('<workbook xmlns:r="r"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>'),
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheet, ...(size !== undefined && { size }) },
  ]);
const sheetOf = (rows: string) => Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);

test('reads a workbook without styles, strings and references', async () => {
  writeFileSync(
    file,
    bookAround(
      sheetOf(
        '<row><c t="inlineStr"><is><t>a</t></is></c><c t="str"><v>b_x000D_</v></c></row><row><c><v>1</v></c><c t="e"><v>#N/A</v></c></row>',
      ),
    ),
  );
  expect((await read()).map((row) => row.cells)).toEqual([
    ['a', 'b\r'],
    ['1', '#N/A'],
  ]);
});

const manyCells = (count: number) => '<c><v>1</v></c>'.repeat(count);
test.each([
  ['a bomb', bookAround(sheetOf('<row></row>'.repeat(5_000_000))), 'file.bomb'],
  ['a bomb that states a small size', bookAround(Buffer.alloc(60_000_000, ' '), 100), 'file.packing'],
  ['a million columns', bookAround(sheetOf(`<row>${manyCells(1_000_000)}</row>`)), 'file.columns'],
  [
    'a row of unending text',
    bookAround(sheetOf(`<row><c t="str"><v>${rand(1_500_000)}</v></c></row>`)),
    'file.row_too_long',
  ],
  ['XML cut off', bookAround(Buffer.from('<worksheet><sheetData><row><c><v>1</v></c></row>')), 'file.packing'],
  ['a zip cut off', bookAround(sheetOf('<row/>')).subarray(0, 200), 'file.packing'],
  ['another zip', zipOf([{ name: 'readme.txt', content: Buffer.from('a') }]), 'file.sheet_missing'],
  ['no rows', bookAround(sheetOf('<row/>')), 'file.empty'],
  ['an old workbook', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(2_000)]), 'file.old_workbook'],
  [
    'entities that multiply',
    bookAround(
      Buffer.from(
        `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`,
      ),
    ),
    'file.packing',
  ],
])('%s is refused as a whole', async (_name, content, reason) => {
  writeFileSync(file, content);
  await expect(read()).rejects.toMatchObject({ reason });
});

/** Text that does not pack well, the same each time. */
function rand(length: number): string {
  let state = 1;
  const letters = Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(97 + (state % 26));
  });
  return letters.join('');
}
