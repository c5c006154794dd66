// One way of writing CSV for server and browser, safe to open in a spreadsheet.

// A spreadsheet runs what begins like a formula, also behind spaces and signs that are not seen, and in East Asian settings
// the wide and small forms of the same letters.
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B]|^[\t\r\n]/u;

/** A text made harmless: an apostrophe before what a spreadsheet would run makes it text. */
export const harmless = (text: string): string => (formula.test(text) ? `'${text}` : text);

export type CsvValue = string | number | null;

// Quoted also where a spreadsheet of another country would see the end of a cell: what follows could begin like a formula.
function cell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(value);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The mark by which spreadsheets know UTF-8; stands before the first line. */
export const csvMark = '\uFEFF';

/** A line of CSV (RFC 4180) with its end. */
export const csvLine = (values: readonly CsvValue[]): string => `${values.map(cell).join(',')}\r\n`;

/** Rows as a whole file. */
export const toCsv = (rows: readonly (readonly CsvValue[])[]): string => csvMark + rows.map(csvLine).join('');
