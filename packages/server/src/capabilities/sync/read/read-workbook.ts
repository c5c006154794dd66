// A sheet of an XLSX workbook as rows, streamed.
import { stat } from 'node:fs/promises';
import { type FileRow, MOST_COLUMNS, MOST_ROW_CHARACTERS, type ReadOptions } from './file-row.ts';
import { judgeColumns, rowTooLong } from './read-delimited.ts';
import { FileError } from './row-error.ts';
import { type RawCell, readWorkbookParts, textOfCell, type Workbook } from './workbook-cells.ts';
import { openParts, type XmlEvent } from './workbook-parts.ts';

/** Yields the heading first, then every row that holds anything, with the number it has in the sheet. */
export async function* readWorkbook(path: string, options: ReadOptions): AsyncGenerator<FileRow> {
  const parts = await openParts(path);
  const { size } = await stat(path);
  const { progress, headingRow = 1 } = options;
  const tell = (share: number) => {
    if (progress) progress.bytesRead = Math.round(size * Math.min(1, share));
  };
  let columns = 0;
  try {
    const workbook = await readWorkbookParts(parts, options.sheet);
    const sheet = new SheetReader(workbook);
    for await (const events of parts.read(workbook.sheet.part, tell)) {
      for (const { line, cells } of sheet.take(events)) {
        if (columns === 0) {
          if (line < headingRow) continue;
          columns = judgeColumns(cells.length);
          yield { line, cells };
        } else if (cells.length > columns) yield { line, cells: null };
        else yield { line, cells: [...cells, ...Array<string>(columns - cells.length).fill('')] };
      }
    }
    tell(1);
  } finally {
    parts.close();
  }
  if (columns === 0) throw new FileError('file.empty', 'Expected rows, got an empty sheet.');
}

class SheetReader {
  private readonly workbook: Workbook;
  private line = 0;
  private cells: string[] | null = null;
  private characters = 0;
  private column = 0;
  private cell: RawCell | null = null;
  private inValue = false;
  // Readings (rPh) beside East Asian text are not text of the cell.
  private inReading = false;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  /** Returns the rows that the events complete; trailing empty cells and empty rows are left out. */
  take(events: readonly XmlEvent[]): { line: number; cells: string[] }[] {
    const rows: { line: number; cells: string[] }[] = [];
    for (const event of events) {
      if (event.kind === 'text') this.addText(event.text);
      else if (event.kind === 'open') this.open(event.name, event.attributes);
      else if (this.close(event.name)) {
        const cells = this.cells ?? [];
        while (cells.at(-1) === '') cells.pop();
        if (cells.length > 0) rows.push({ line: this.line, cells });
        this.cells = null;
      }
    }
    return rows;
  }

  private open(name: string, attributes: Record<string, string>): void {
    if (name === 'row') {
      this.line = Number(attributes.r) || this.line + 1;
      this.cells = [];
      this.column = 0;
      this.characters = 0;
    } else if (name === 'c' && this.cells) {
      this.column = columnOf(attributes.r) ?? this.column + 1;
      this.cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '' };
    } else if (name === 'v' || name === 't') this.inValue = !this.inReading;
    else if (name === 'rPh') this.inReading = true;
  }

  private addText(text: string): void {
    if (!this.cell || !this.inValue) return;
    this.cell.value += text;
    this.characters += text.length;
    if (this.characters > MOST_ROW_CHARACTERS) throw rowTooLong();
  }

  /** Returns whether a row is complete. */
  private close(name: string): boolean {
    if (name === 'v' || name === 't') this.inValue = false;
    if (name === 'rPh') this.inReading = false;
    if (name === 'c' && this.cell && this.cells) {
      const text = textOfCell(this.cell, this.workbook);
      if (text !== '') {
        if (this.column > MOST_COLUMNS * 4) judgeColumns(this.column);
        while (this.cells.length < this.column - 1) this.cells.push('');
        this.cells[this.column - 1] = text;
      }
      this.cell = null;
    }
    return name === 'row' && this.cells !== null;
  }
}

/** The number of a column from 1, by its letters in a reference such as `AB12`. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = reference && /^[A-Z]{1,4}/.exec(reference)?.[0];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
