/**
 * Returns the p-quantile of `values` by linear interpolation of the order statistics: Hyndman and Fan's type 7, the
 * default of R and S, the same as DuckDB's `quantile_cont`. With x sorted and h = (n - 1) p, it is
 * x[floor h] + (h - floor h) (x[floor h + 1] - x[floor h]), counting from 0.
 *
 * Source: Hyndman, R. J. and Fan, Y. (1996), Sample quantiles in statistical packages, The American Statistician 50(4),
 * definition 7. Cost: one sort, O(n log n). `values` is not changed.
 *
 * Returns null for no values: a quantile of nothing is unknown, not 0. Throws a RangeError when p is outside 0..1 or a
 * value is not a finite number, since a NaN has no place in an order.
 */
export function quantileType7(values: ArrayLike<number>, p: number): number | null {
  return quantilesType7(values, [p])[0] ?? null;
}

/** Like quantileType7 for several p, sorting once. Returns one entry per p, in the order asked. */
export function quantilesType7(values: ArrayLike<number>, probabilities: readonly number[]): (number | null)[] {
  for (const p of probabilities) {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`Expected a probability from 0 to 1, got ${p}; give 0.9 for 90 %.`);
  }
  const sorted = Float64Array.from(values);
  for (const [index, value] of sorted.entries()) {
    if (!Number.isFinite(value)) {
      throw new RangeError(
        `Expected finite numbers, got ${value} at ${index}; leave missing values out and count them.`,
      );
    }
  }
  sorted.sort();
  return probabilities.map((p) => interpolate(sorted, p));
}

function interpolate(sorted: Float64Array, p: number): number | null {
  if (sorted.length === 0) return null;
  const h = (sorted.length - 1) * p;
  const below = Math.floor(h);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (h - below) * (high - low);
}
