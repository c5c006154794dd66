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
