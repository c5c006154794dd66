/** A row and the line it begins on: of a workbook its row, of GeoJSON the number of its feature. `cells` is null where
 * the number of cells is not that of the heading. */
export interface FileRow {
  line: number;
  cells: string[] | null;
}

export interface ReadOptions {
  encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256' | undefined;
  delimiter?: string | undefined;
  /** The sheet of a workbook; the first that is not hidden when absent. */
  sheet?: string | undefined;
  /** The line or row that holds the heading; the first that is not empty when absent. */
  headingRow?: number | undefined;
  /** Most bytes that a file may unpack to; a bomb is refused before it fills the disk or the memory. */
  unpackedBytes?: number;
  /** Kept at how many bytes of the file, as it lies there, have been read. */
  progress?: { bytesRead: number };
}

export const MOST_COLUMNS = 500;
export const MOST_ROW_CHARACTERS = 1_000_000;
