import { mostCorners } from '@marsad/contract/administration/units/put-unit-area.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import { type AreaGeometry, type BoundingBox, boundingBoxOf } from '../../../platform/places/geometry.ts';
import { AreaFault, multiPolygonOf } from '../gazetteer/area-geometry.ts';

/**
 * Returns the polygons of a GeoJSON geometry, Feature or FeatureCollection as one checked area. Refuses what holds none,
 * is drawn wrongly, is not in degrees or has too many corners.
 */
export function areaOfGeojson(geojson: unknown): { geometry: AreaGeometry; positionCount: number } {
  const parts = geometriesOf(geojson);
  if (parts.length === 0) refuse('UNPROCESSABLE_CONTENT', 'area.no_polygon', { field: 'geojson' });
  if (parts.length > mostCorners || cornersOf(parts) > mostCorners)
    refuse('PAYLOAD_TOO_LARGE', 'area.too_detailed', { field: 'geojson', parameters: { most: mostCorners } });
  try {
    const coordinates = parts.flatMap((part) => multiPolygonOf(part).coordinates);
    const geometry: AreaGeometry = { type: 'MultiPolygon', coordinates };
    return { geometry, positionCount: cornersOf([geometry]) };
  } catch (error) {
    if (error instanceof AreaFault) refuse('UNPROCESSABLE_CONTENT', 'area.drawn_wrong', { field: 'geojson' });
    throw error;
  }
}

/** Refuses an area that leaves the bounds of its force by more than rounding. */
export function judgeWithin(geometry: AreaGeometry, bounds: readonly number[] | null): void {
  if (!bounds) return;
  const [west, south, east, north] = bounds as unknown as BoundingBox;
  const box = boundingBoxOf(geometry);
  const slack = 1e-6;
  if (box[0] < west - slack || box[1] < south - slack || box[2] > east + slack || box[3] > north + slack)
    refuse('UNPROCESSABLE_CONTENT', 'area.outside_force', { field: 'geojson' });
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
