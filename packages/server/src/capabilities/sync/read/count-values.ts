import type { FileRow } from './file-row.ts';

export interface ColumnValues {
  name: string;
  values: { value: string; rows: number }[];
  more: boolean;
  empty: number;
}

// Beyond so many different values a column is no list of codes, and counting on would cost memory for nothing.
const MOST_COUNTED = 2_000;
const MOST_TOLD = 40;
const MOST_VALUE = 200;

/** Counts the values of each column in rows; of each the forty most frequent are told, shortened to 200 characters. */
export function countValues(heading: readonly string[], rows: readonly FileRow[]): ColumnValues[] {
  return heading.map((name, index) => {
    const counts = new Map<string, number>();
    let empty = 0;
    let more = false;
    for (const { cells } of rows) {
      if (!cells) continue;
      const value = (cells[index] ?? '').trim().slice(0, MOST_VALUE);
      if (value === '') empty += 1;
      else if (counts.has(value) || counts.size < MOST_COUNTED) counts.set(value, (counts.get(value) ?? 0) + 1);
      else more = true;
    }
    const sorted = [...counts].sort((a, b) => b[1] - a[1]);
    return {
      name: name.trim(),
      values: sorted.slice(0, MOST_TOLD).map(([value, count]) => ({ value, rows: count })),
      more: more || sorted.length > MOST_TOLD,
      empty,
    };
  });
}
