/** Longitude and latitude in degrees, WGS 84, in the order of GeoJSON. */
export type Position = readonly [longitude: number, latitude: number];

/** A closed ring: its last position equals its first. */
export type Ring = readonly Position[];

/** An outer ring followed by its holes. */
export type Polygon = readonly Ring[];

/** The one form in which areas are kept: a polygon is a multipolygon of one. */
export interface AreaGeometry {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly Polygon[];
}

/** West, south, east, north in degrees. */
export type BoundingBox = readonly [west: number, south: number, east: number, north: number];

/**
 * Returns the box around every ring of `geometry`, in degrees.
 * An area over the 180th meridian must be split into two polygons, as RFC 7946 asks; its box then spans the world.
 * Throws a RangeError when the geometry holds no position.
 */
export function boundingBoxOf(geometry: AreaGeometry): BoundingBox {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const polygon of geometry.coordinates) {
    for (const ring of polygon) {
      for (const [longitude, latitude] of ring) {
        if (longitude < west) west = longitude;
        if (longitude > east) east = longitude;
        if (latitude < south) south = latitude;
        if (latitude > north) north = latitude;
      }
    }
  }
  if (west === Infinity) {
    throw new RangeError(
      'Expected a geometry with at least one position, got none; leave an area without outline out.',
    );
  }
  return [west, south, east, north];
}

/** Returns twice the signed area of a closed ring in square degrees: positive when it runs anticlockwise. */
export function signedRingArea(ring: Ring): number {
  const [originX = 0, originY = 0] = ring[0] ?? [];
  let sum = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [x0 = 0, y0 = 0] = ring[i - 1] ?? [];
    const [x1 = 0, y1 = 0] = ring[i] ?? [];
    // Relative to the first corner, so that small rings far from the origin keep their digits.
    sum += (x0 - originX) * (y1 - originY) - (x1 - originX) * (y0 - originY);
  }
  return sum;
}
