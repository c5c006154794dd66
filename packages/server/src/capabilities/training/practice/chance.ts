// Chance from a seed: the same seed makes the same force, to the letter.
import { randomExponential, randomLcg, randomLogNormal, randomNormal } from 'd3-random';
import { v7 as uuidv7 } from 'uuid';

export class Chance {
  private readonly source: () => number;
  private readonly gaussian: () => number;

  constructor(seed: number) {
    // The first numbers of near seeds are near each other: they are thrown away.
    this.source = randomLcg((seed * 0.618_033_988_749) % 1);
    for (let warm = 0; warm < 20; warm += 1) this.source();
    this.gaussian = randomNormal.source(this.source)(0, 1);
  }

  /** From 0 up to, not with, 1. */
  next(): number {
    return this.source();
  }

  normal(mean: number, deviation: number): number {
    return mean + deviation * this.gaussian();
  }

  /** Log-normal by its median and the spread of its logarithm. */
  around(median: number, spread: number): number {
    return randomLogNormal.source(this.source)(Math.log(median), spread)();
  }

  exponential(mean: number): number {
    return randomExponential.source(this.source)(1 / mean)();
  }

  whole(below: number): number {
    return Math.floor(this.source() * below);
  }

  happens(probability: number): boolean {
    return this.source() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.whole(items.length)];
    if (item === undefined) throw new Error('Expected something to choose from, got an empty list.');
    return item;
  }

  /** A UUID (version 7) of a moment, from this chance. */
  uuid(at: Date): string {
    const random = Uint8Array.from({ length: 16 }, () => this.whole(256));
    return uuidv7({ msecs: at.getTime(), random });
  }
}

/** Draws indexes in proportion to weights. */
export class Weighted {
  private readonly sums: Float64Array;

  constructor(weights: readonly number[]) {
    this.sums = new Float64Array(weights.length);
    let sum = 0;
    for (const [index, weight] of weights.entries()) {
      sum += weight;
      this.sums[index] = sum;
    }
  }

  draw(chance: Chance): number {
    const wanted = chance.next() * (this.sums.at(-1) ?? 0);
    let low = 0;
    let high = this.sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
