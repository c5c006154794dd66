// The two forms of a file of incidents, made while it is read.
import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { csvLine, csvMark } from '@marsad/contract/platform/csv.ts';
import ExcelJS from 'exceljs';
import { type ExportValue, headersIn } from './export-columns.ts';
import type { Export } from './export-incidents.ts';

/** The file as CSV in UTF-8. */
export function csvOf(file: Export): Readable {
  return Readable.from(csvChunks(file), { objectMode: false });
}

async function* csvChunks(file: Export): AsyncGenerator<string> {
  yield csvMark + csvLine(headersIn(file.language, file.request.columns).map((column) => column.header));
  for await (const rows of file.pages()) {
    yield rows.map((row) => csvLine(row.map(csvValue))).join('');
  }
}

const csvValue = (value: ExportValue): string | number | null =>
  value !== null && typeof value === 'object' ? value.local.toISOString().slice(0, 19).replace('T', ' ') : value;

const about = {
  ar: {
    sheet: 'الحوادث',
    about: 'عن الملف',
    id: 'رقم التصدير',
    at: 'وقت التصدير (UTC)',
    rows: 'عدد الحوادث',
    recipient: 'المستلم',
    reason: 'السبب',
  },
  en: {
    sheet: 'Incidents',
    about: 'About',
    id: 'Export',
    at: 'Exported (UTC)',
    rows: 'Incidents',
    recipient: 'Recipient',
    reason: 'Reason',
  },
  fr: {
    sheet: 'Incidents',
    about: 'À propos',
    id: 'Export',
    at: 'Exporté (UTC)',
    rows: 'Incidents',
    recipient: 'Destinataire',
    reason: 'Motif',
  },
} as const;

/** The file as a workbook: text is text whatever it begins with, times are times, in Arabic the sheet runs from the right. */
export function xlsxOf(file: Export): Readable {
  const out = new PassThrough();
  writeWorkbook(file, out).catch((error: Error) => out.destroy(error));
  return out;
}

async function writeWorkbook(file: Export, out: PassThrough): Promise<void> {
  const words = about[file.language];
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  workbook.creator = 'Marsad';
  const rightToLeft = file.language === 'ar';
  const columns = headersIn(file.language, file.request.columns);
  const sheet = workbook.addWorksheet(words.sheet, {
    views: [{ state: 'frozen', ySplit: 1, rightToLeft }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = columns.map(({ header, width }) => ({ header, width }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.commit();
  for await (const rows of file.pages()) {
    for (const values of rows) {
      const row = sheet.addRow(values.map(sheetValue));
      for (const [index, value] of values.entries())
        if (value !== null && typeof value === 'object') row.getCell(index + 1).numFmt = 'yyyy-mm-dd hh:mm:ss';
      row.commit();
    }
    // Whoever takes it slowly holds up the reading, not the memory.
    if (out.destroyed) return;
    if (out.writableNeedDrain) await drained(out);
  }
  sheet.commit();
  const told = workbook.addWorksheet(words.about, { views: [{ rightToLeft }] });
  told.columns = [{ width: 22 }, { width: 60 }];
  for (const line of [
    [words.id, file.exportId],
    [words.at, file.at.toISOString().slice(0, 19).replace('T', ' ')],
    [words.rows, file.rows],
    [words.recipient, sheetText(file.request.recipient)],
    [words.reason, sheetText(file.request.reason)],
  ])
    told.addRow(line).commit();
  told.commit();
  await workbook.commit();
}

/** Resolves when there is room again, or when nobody takes it any more; leaves no listener behind. */
async function drained(out: PassThrough): Promise<void> {
  const settled = new AbortController();
  const { signal } = settled;
  try {
    await Promise.race([once(out, 'drain', { signal }), once(out, 'close', { signal })]);
  } finally {
    settled.abort();
  }
}

const sheetValue = (value: ExportValue): string | number | Date | null =>
  typeof value === 'string' ? sheetText(value) : value !== null && typeof value === 'object' ? value.local : value;

// What XML cannot hold, and more letters than a cell can, would make a file that no spreadsheet opens.
const mostLetters = 32_000;
const sheetText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, '\uFFFD')
    .slice(0, mostLetters);
