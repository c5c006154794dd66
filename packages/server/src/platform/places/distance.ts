import type { Position } from '@marsad/contract/platform/geometry.ts';

/** Mean radius of the Earth (IUGG R1), metres. */
export const EARTH_RADIUS_METRES = 6_371_008.8;

const RADIANS = Math.PI / 180;

/** Returns the great-circle distance in metres (haversine on the mean sphere; within 0.6 % of the ellipsoid). */
export function distanceMetres(from: Position, to: Position): number {
  const dLatitude = (to[1] - from[1]) * RADIANS;
  const dLongitude = (to[0] - from[0]) * RADIANS;
  const h =
    Math.sin(dLatitude / 2) ** 2 +
    Math.cos(from[1] * RADIANS) * Math.cos(to[1] * RADIANS) * Math.sin(dLongitude / 2) ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}
