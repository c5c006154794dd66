import { cellToParent, getHexagonAreaAvg, getResolution, UNITS } from 'h3-js';

export interface CellCounts {
  counts: ReadonlyMap<string, number>;
  /** Incidents without a position. */
  unplaced: number;
}

interface Row {
  keys: { h3?: string | number | null | undefined };
  count: number;
}

/** Counts by cell of a resolution no finer than the one they came in; sums of whole cells, so nothing is guessed. */
export function cellCounts(rows: readonly Row[], resolution: number): CellCounts {
  const counts = new Map<string, number>();
  let unplaced = 0;
  for (const { keys, count } of rows) {
    if (typeof keys.h3 !== 'string') {
      unplaced += count;
      continue;
    }
    const cell = getResolution(keys.h3) > resolution ? cellToParent(keys.h3, resolution) : keys.h3;
    counts.set(cell, (counts.get(cell) ?? 0) + count);
  }
  return { counts, unplaced };
}

export interface Step {
  from: number;
  to: number;
  strength: number;
}

const strengths = [0.2, 0.38, 0.56, 0.74, 0.92];

/** Up to five steps of strength by rank among the cells, so that one hot cell does not pale the rest; none for no cells. */
export function stepsOf(counts: Iterable<number>): Step[] {
  const sorted = [...counts].sort((a, b) => a - b);
  const lowest = strengths.map((_, index) => sorted[Math.floor((index * sorted.length) / strengths.length)]);
  const from = [...new Set(lowest.filter((one) => one !== undefined))];
  return from.map((low, index) => ({
    from: low,
    to: index + 1 < from.length ? (from[index + 1] as number) - 1 : (sorted.at(-1) as number),
    strength: strengths[strengths.length - from.length + index] as number,
  }));
}

/** How strongly a count is drawn. */
export const strengthOf = (count: number, steps: readonly Step[]): number =>
  steps.findLast((step) => step.from <= count)?.strength ?? 0;

/** The resolutions a map may be drawn in, and the mean area of their cells in square kilometres (H3's own figures). */
export const resolutions = [5, 6, 7, 8].map((resolution) => ({
  resolution,
  squareKilometres: getHexagonAreaAvg(resolution, UNITS.km2),
}));

const leastPixels = 40;

/** The finest resolution whose mean cell covers at least a few pixels of a map of `pixels` that shows these bounds. */
export function resolutionFor(
  [west, south, east, north]: readonly number[],
  pixels: { width: number; height: number },
) {
  const [w, s, e, n] = [west ?? 0, south ?? 0, east ?? 0, north ?? 0];
  const kilometresPerDegree = 111.2;
  const high = (n - s) * kilometresPerDegree;
  const wide = (e - w) * kilometresPerDegree * Math.cos((((n + s) / 2) * Math.PI) / 180);
  const perPixel = Math.max(high / pixels.height, wide / pixels.width);
  const fine = resolutions.filter((one) => one.squareKilometres >= leastPixels * perPixel ** 2);
  return fine.at(-1)?.resolution ?? (resolutions[0]?.resolution as number);
}
