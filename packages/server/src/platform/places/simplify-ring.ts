import type { Position, Ring } from '@marsad/contract/platform/geometry.ts';
import { EARTH_RADIUS_METRES } from './distance.ts';

const METRES_PER_DEGREE = (EARTH_RADIUS_METRES * Math.PI) / 180;

/**
 * Returns the ring with fewer corners for drawing (Douglas-Peucker): every corner left out lies within
 * `toleranceMetres` of the line drawn. The result is closed and keeps at least a triangle, except that a ring of four
 * positions or fewer is returned as it is. Neighbouring areas are simplified apart, so hairline gaps may show:
 * never use the result to decide where a point lies.
 */
export function simplifyRing(ring: Ring, toleranceMetres: number): Ring {
  if (ring.length <= 4 || !(toleranceMetres > 0)) return ring;
  const scaled = toPlane(ring);
  const last = ring.length - 1;
  // A closed ring has no two ends: it is cut at its first corner and at the corner farthest from it.
  const opposite = farthest(scaled, 0, last, 0).index;
  const kept = new Uint8Array(ring.length);
  kept[0] = 1;
  kept[opposite] = 1;
  kept[last] = 1;
  const limit = toleranceMetres ** 2;
  const spans: [number, number][] = [
    [0, opposite],
    [opposite, last],
  ];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const { index, squared } = farthest(scaled, span[0], span[1], span[1]);
    if (index < 0 || squared <= limit) continue;
    kept[index] = 1;
    spans.push([span[0], index], [index, span[1]]);
  }
  const result = ring.filter((_, i) => kept[i] === 1);
  if (result.length >= 4) return result;
  const left = farthest(scaled, 0, opposite, opposite);
  const right = farthest(scaled, opposite, last, last);
  kept[left.squared >= right.squared ? left.index : right.index] = 1;
  return ring.filter((_, i) => kept[i] === 1);
}

function toPlane(ring: Ring): [number, number][] {
  const origin: Position = ring[0] ?? [0, 0];
  const cosine = Math.cos((origin[1] * Math.PI) / 180);
  return ring.map(([x, y]) => [(x - origin[0]) * cosine * METRES_PER_DEGREE, (y - origin[1]) * METRES_PER_DEGREE]);
}

/** The corner strictly between `from` and `to` that is farthest from the segment `from`..`end`; -1 when none is. */
function farthest(points: readonly [number, number][], from: number, to: number, end: number) {
  const [ax, ay] = points[from] ?? [0, 0];
  const [bx, by] = points[end] ?? [0, 0];
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  let index = -1;
  let squared = -1;
  for (let i = from + 1; i < to; i += 1) {
    const [px, py] = points[i] ?? [0, 0];
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length));
    const distance = (px - ax - t * dx) ** 2 + (py - ay - t * dy) ** 2;
    if (distance > squared) {
      squared = distance;
      index = i;
    }
  }
  return { index, squared };
}
