// What a GeoJSON file must be to become an area: judged by the server, and by the page before anything is sent.
import { type AreaGeometry, type BoundingBox, boundingBoxOf } from '../../platform/geometry.ts';
import { AreaFault, multiPolygonOf } from './area-geometry.ts';
import { mostCorners } from './put-unit-area.ts';

/** Codes of reasons (reasons.ts) for which a file is no area. */
export type OutlineFault = 'area.no_polygon' | 'area.drawn_wrong' | 'area.too_detailed';

export type Outline =
  | { geometry: AreaGeometry; positionCount: number; fault?: undefined }
  | { geometry?: undefined; fault: OutlineFault };

/**
 * Returns the polygons of a GeoJSON geometry, Feature or FeatureCollection as one checked area and the number of its
 * positions; a fault where it holds none, is drawn wrongly, is not in degrees or has too many corners.
 */
export function outlineOf(geojson: unknown): Outline {
  const parts = geometriesOf(geojson);
  if (parts.length === 0) return { fault: 'area.no_polygon' };
  if (parts.length > mostCorners || cornersOf(parts) > mostCorners) return { fault: 'area.too_detailed' };
  try {
    const coordinates = parts.flatMap((part) => multiPolygonOf(part).coordinates);
    const geometry: AreaGeometry = { type: 'MultiPolygon', coordinates };
    return { geometry, positionCount: cornersOf([geometry]) };
  } catch (error) {
    if (error instanceof AreaFault) return { fault: 'area.drawn_wrong' };
    throw error;
  }
}

/** Whether an area leaves the bounds of its force (west, south, east, north) by more than rounding. */
export function leavesBounds(geometry: AreaGeometry, bounds: readonly number[] | null): boolean {
  if (!bounds) return false;
  const [west, south, east, north] = bounds as unknown as BoundingBox;
  const box = boundingBoxOf(geometry);
  const slack = 1e-6;
  return box[0] < west - slack || box[1] < south - slack || box[2] > east + slack || box[3] > north + slack;
}

function geometriesOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const { type, geometry, features } = value as { type?: unknown; geometry?: unknown; features?: unknown };
  if (type === 'Polygon' || type === 'MultiPolygon') return [value];
  if (type === 'Feature') return [geometry];
  if (type !== 'FeatureCollection' || !Array.isArray(features)) return [];
  return features.map((feature) => (feature as { geometry?: unknown } | null)?.geometry);
}

// Counted before anything is checked: the depth is four whatever else the file says.
function cornersOf(parts: readonly unknown[]): number {
  const count = (value: unknown, depth: number): number =>
    !Array.isArray(value) ? 0 : depth === 0 ? value.length : value.reduce((sum, one) => sum + count(one, depth - 1), 0);
  return parts.reduce<number>((sum, part) => {
    const { type, coordinates } = (part ?? {}) as { type?: unknown; coordinates?: unknown };
    return sum + count(coordinates, type === 'Polygon' ? 1 : 2);
  }, 0);
}
