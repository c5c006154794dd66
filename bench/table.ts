export interface Line {
  what: string;
  measured: string;
  baseline: string;
  goal: string;
  met: boolean | null;
}

/** The value below which `share` of the values lie, by the nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

export function printTable(lines: readonly Line[]): void {
  const rows = [
    ['what', 'measured', 'baseline', 'goal', 'met'],
    ...lines.map((line) => [
      line.what,
      line.measured,
      line.baseline,
      line.goal,
      line.met === null ? 'not measured' : line.met ? 'yes' : 'NO',
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => (row[index] ?? '').length)));
  for (const [index, row] of rows.entries()) {
    console.log(`| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`);
    if (index === 0) console.log(`|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
  }
}
