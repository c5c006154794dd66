const metresPerDegree = 111_195;
const corners = 64;

/** A circle around a place as a closed ring of longitudes and latitudes; good within a few hundred kilometres and off the poles. */
export function circleAround(longitude: number, latitude: number, radiusMetres: number): [number, number][] {
  const high = radiusMetres / metresPerDegree;
  const wide = high / Math.cos((latitude * Math.PI) / 180);
  return Array.from({ length: corners + 1 }, (_, index) => {
    const angle = (2 * Math.PI * (index % corners)) / corners;
    return [longitude + wide * Math.cos(angle), latitude + high * Math.sin(angle)];
  });
}

/** West, south, east, north of polygons in degrees; null where there are none. */
export function boundsOf(polygons: readonly (readonly (readonly [number, number][])[])[]) {
  const all = polygons.flatMap(([outer]) => outer ?? []);
  if (all.length === 0) return null;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of all) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return [west, south, east, north] as [number, number, number, number];
}

/** The centre of gravity of the largest of several polygons (holes do not count); null where there are none. */
export function middleOfLargest(
  polygons: readonly (readonly (readonly [number, number][])[])[],
): [number, number] | null {
  let largest = 0;
  let middle: [number, number] | null = null;
  for (const [ring] of polygons) {
    const [origin] = ring ?? [];
    if (!ring || !origin) continue;
    let [area, x, y] = [0, 0, 0];
    for (let index = 1; index < ring.length; index += 1) {
      // From the first corner, so that small areas far from zero keep their digits.
      const [x0, y0] = relative(ring[index - 1] ?? origin, origin);
      const [x1, y1] = relative(ring[index] ?? origin, origin);
      const cross = x0 * y1 - x1 * y0;
      area += cross;
      x += (x0 + x1) * cross;
      y += (y0 + y1) * cross;
    }
    if (Math.abs(area) <= largest) continue;
    largest = Math.abs(area);
    middle = [origin[0] + x / (3 * area), origin[1] + y / (3 * area)];
  }
  return middle;
}

const relative = ([x, y]: readonly [number, number], [x0, y0]: readonly [number, number]): [number, number] => [
  x - x0,
  y - y0,
];
