// What a workbook keeps beside its sheets, and what its cells say as text.

import { FileError } from './row-error.ts';
import type { Parts } from './workbook-parts.ts';

export interface Sheet {
  name: string;
  part: string;
}

export interface Workbook {
  sheet: Sheet;
  /** Whether days are counted from 1904, as old Macintoshes did. */
  from1904: boolean;
  /** By the number of a style: whether its numbers are dates or times. */
  dateStyles: boolean[];
  strings: string[];
}

// Text is written once and pointed at. What is larger than this does not belong into a workbook.
const MOST_STRING_CHARACTERS = 100_000_000;

/** Reads everything but the rows. @throws FileError for a sheet that is not there, or none at all */
export async function readWorkbookParts(parts: Parts, sheetName: string | undefined): Promise<Workbook> {
  const { sheets, from1904 } = await readSheets(parts);
  const named =
    sheetName === undefined
      ? (sheets.find((one) => !one.hidden) ?? sheets[0])
      : sheets.find((one) => one.name === sheetName);
  if (!named) {
    const names = sheets
      .map((one) => one.name)
      .join(', ')
      .slice(0, 300);
    throw new FileError('file.sheet_missing', `Expected the sheet ${sheetName ?? ''}, got ${names || 'none'}.`);
  }
  return { sheet: named, from1904, dateStyles: await readDateStyles(parts), strings: await readStrings(parts) };
}

async function readSheets(parts: Parts) {
  const targets = new Map<string, string>();
  for await (const events of parts.read('xl/_rels/workbook.xml.rels')) {
    for (const event of events) {
      if (event.kind !== 'open' || event.name !== 'Relationship') continue;
      const { Id = '', Target = '' } = event.attributes;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    }
  }
  const sheets: (Sheet & { hidden: boolean })[] = [];
  let from1904 = false;
  for await (const events of parts.read('xl/workbook.xml')) {
    for (const event of events) {
      if (event.kind !== 'open') continue;
      const { attributes } = event;
      if (event.name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (event.name !== 'sheet') continue;
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
      const part = targets.get(id) ?? '';
      // A sheet of a chart alone has no rows.
      if (!part.includes('chartsheets'))
        sheets.push({
          name: attributes.name ?? '',
          part,
          hidden: attributes.state !== undefined && attributes.state !== 'visible',
        });
    }
  }
  return { sheets, from1904 };
}

// Formats that every workbook knows by number, without writing them down (ECMA-376 part 1, 18.8.30).
const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

/** Whether a number format shows a date or a time: a letter of one, outside quotes, colours and conditions. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!(h+|m+|s+)\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare.replace(/general/gi, ''));
}

async function readDateStyles(parts: Parts): Promise<boolean[]> {
  const formats = new Map<number, boolean>();
  const styles: boolean[] = [];
  let within = false;
  for await (const events of parts.read('xl/styles.xml')) {
    for (const event of events) {
      if (event.kind === 'text') continue;
      if (event.name === 'cellXfs') within = event.kind === 'open';
      if (event.kind !== 'open') continue;
      const id = Number(event.attributes.numFmtId ?? 0);
      if (event.name === 'numFmt') formats.set(id, isDateFormat(event.attributes.formatCode ?? ''));
      if (event.name === 'xf' && within) styles.push(formats.get(id) ?? builtInDates.has(id));
    }
  }
  return styles;
}

async function readStrings(parts: Parts): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let characters = 0;
  // Readings (rPh) beside East Asian text are not text of the cell.
  const state = { string: false, text: false, reading: false };
  for await (const events of parts.read('xl/sharedStrings.xml')) {
    for (const event of events) {
      if (event.kind === 'text') {
        if (state.string && state.text && !state.reading) text += event.text;
        continue;
      }
      const open = event.kind === 'open';
      if (event.name === 't') state.text = open;
      if (event.name === 'rPh') state.reading = open;
      if (event.name !== 'si') continue;
      state.string = open;
      if (open) text = '';
      else {
        characters += text.length + 16;
        if (characters > MOST_STRING_CHARACTERS) {
          throw new FileError('file.too_large', 'Expected a smaller workbook: save the sheet as CSV and send that.');
        }
        strings.push(unescaped(text));
      }
    }
  }
  return strings;
}

/** Characters that XML cannot hold stand as _x000D_ in a workbook. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

export interface RawCell {
  type: string;
  style: number;
  value: string;
}

/**
 * What a cell says as text: a date as `YYYY-MM-DDTHH:mm:ss` to the nearest second, a number as it is typed, a formula as
 * its last result, an error as `#N/A` and its like.
 */
export function textOfCell(cell: RawCell, workbook: Workbook): string {
  const { type, value } = cell;
  if (type === 's') return workbook.strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type !== 'n') return unescaped(value);
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value;
  return workbook.dateStyles[cell.style] ? dateText(number, workbook.from1904) : String(number);
}

// Day 1 is 1 January 1900, and by an error kept since Lotus 1-2-3 there is a 29 February 1900: from March on, day 0 is
// 30 December 1899.
function dateText(days: number, from1904: boolean): string {
  const zero = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const at = new Date(zero + Math.round(days * 86_400) * 1000);
  return Number.isNaN(at.getTime()) ? String(days) : at.toISOString().slice(0, 19);
}
