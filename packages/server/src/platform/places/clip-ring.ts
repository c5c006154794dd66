import type { BoundingBox, Position, Ring } from '@marsad/contract/platform/geometry.ts';

/**
 * Returns the part of a closed ring that lies within a box (Sutherland and Hodgman, 1974), closed again; empty when
 * nothing does. Where the ring leaves and comes back, the two are joined along the edge of the box: good for drawing,
 * not for measuring.
 */
export function clipRing(ring: Ring, [west, south, east, north]: BoundingBox): Ring {
  const clipped = [
    ({ x, y }: Point) => ({ x, y, inside: x >= west, axis: 'x' as const, at: west }),
    ({ x, y }: Point) => ({ x, y, inside: x <= east, axis: 'x' as const, at: east }),
    ({ x, y }: Point) => ({ x, y, inside: y >= south, axis: 'y' as const, at: south }),
    ({ x, y }: Point) => ({ x, y, inside: y <= north, axis: 'y' as const, at: north }),
  ].reduce(clipAtEdge, ring.slice(0, -1));
  const [first] = clipped;
  return first && clipped.length >= 3 ? [...clipped, first] : [];
}

interface Point {
  x: number;
  y: number;
}
type Judged = Point & { inside: boolean; axis: 'x' | 'y'; at: number };

function clipAtEdge(corners: readonly Position[], judge: (point: Point) => Judged): Position[] {
  const kept: Position[] = [];
  const judged = corners.map(([x, y]) => judge({ x, y }));
  judged.forEach((corner, index) => {
    const before = judged.at(index - 1) ?? corner;
    if (before.inside !== corner.inside) kept.push(crossing(before, corner));
    if (corner.inside) kept.push([corner.x, corner.y]);
  });
  return kept;
}

function crossing(from: Judged, to: Judged): Position {
  const share = (from.at - from[from.axis]) / (to[to.axis] - from[from.axis]);
  return from.axis === 'x' ? [from.at, from.y + share * (to.y - from.y)] : [from.x + share * (to.x - from.x), from.at];
}
