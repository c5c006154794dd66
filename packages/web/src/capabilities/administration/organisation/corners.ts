// An outline that a person draws corner by corner.
import type { DrawnGeometry, Place } from '../../../platform/map/map-types.ts';

/** A drawn outline as polygons, closed; nothing before there are two corners. */
export function drawnPolygons(corners: readonly Place[]): DrawnGeometry {
  const ring = corners.map(({ longitude, latitude }): [number, number] => [longitude, latitude]);
  const [first] = ring;
  return first && ring.length > 1 ? [[[...ring, first]]] : [];
}

/** Whether an outline crosses itself: two of its sides meet elsewhere than at a shared corner. */
export function crossesItself(corners: readonly Place[]): boolean {
  const count = corners.length;
  const side = (index: number): [Place, Place] => [
    corners[index % count] as Place,
    corners[(index + 1) % count] as Place,
  ];
  for (let i = 0; i < count; i += 1)
    for (let j = i + 2; j < count; j += 1) {
      if (i === 0 && j === count - 1) continue;
      if (meet(side(i), side(j))) return true;
    }
  return false;
}

// Which side of the line a-b the point c lies on.
const turn = (a: Place, b: Place, c: Place): number =>
  Math.sign(
    (b.longitude - a.longitude) * (c.latitude - a.latitude) - (b.latitude - a.latitude) * (c.longitude - a.longitude),
  );

const between = (a: Place, b: Place, c: Place): boolean =>
  Math.min(a.longitude, b.longitude) <= c.longitude &&
  c.longitude <= Math.max(a.longitude, b.longitude) &&
  Math.min(a.latitude, b.latitude) <= c.latitude &&
  c.latitude <= Math.max(a.latitude, b.latitude);

function meet([a, b]: [Place, Place], [c, d]: [Place, Place]): boolean {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (abc !== abd && cda !== cdb) return true;
  return (
    (abc === 0 && between(a, b, c)) ||
    (abd === 0 && between(a, b, d)) ||
    (cda === 0 && between(c, d, a)) ||
    (cdb === 0 && between(c, d, b))
  );
}

const earthRadiusKilometres = 6_371.0088;
const radians = Math.PI / 180;

/**
 * The surface of polygons on a sphere in square kilometres, holes taken off; off the true figure by under one percent.
 * Chamberlain and Duquette, "Some algorithms for polygons on a sphere", JPL 2007.
 */
export function squareKilometres(polygons: DrawnGeometry): number {
  const surface = (ring: readonly (readonly [number, number])[]): number => {
    let sum = 0;
    for (let i = 1; i < ring.length; i += 1) {
      const [x0, y0] = ring[i - 1] ?? [0, 0];
      const [x1, y1] = ring[i] ?? [0, 0];
      sum += (x1 - x0) * radians * (2 + Math.sin(y0 * radians) + Math.sin(y1 * radians));
    }
    return Math.abs((sum * earthRadiusKilometres ** 2) / 2);
  };
  return polygons.reduce(
    (sum, [outer, ...holes]) => sum + surface(outer ?? []) - holes.reduce((inner, hole) => inner + surface(hole), 0),
    0,
  );
}
