import { type AreaGeometry, type Polygon, type Position, type Ring, signedRingArea } from '../../platform/geometry.ts';

/** What is wrong with one feature; its message is shown to the person who imports. */
export class AreaFault extends Error {
  override readonly name = 'AreaFault';
}

/**
 * Returns a GeoJSON Polygon or MultiPolygon as a checked multipolygon: every ring closed, of at least four positions,
 * with area, within the range of degrees; outer rings anticlockwise and holes clockwise. Heights are dropped.
 * Throws AreaFault, saying which polygon and ring, otherwise.
 */
export function multiPolygonOf(geometry: unknown): AreaGeometry {
  const type = fieldOf(geometry, 'type');
  const coordinates = fieldOf(geometry, 'coordinates');
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    throw new AreaFault(`Expected a Polygon or MultiPolygon, got ${String(type ?? 'no geometry')}; leave it out.`);
  }
  if (!Array.isArray(polygons) || polygons.length === 0)
    throw new AreaFault('Expected at least one polygon, got none.');
  return { type: 'MultiPolygon', coordinates: polygons.map(polygonOf) };
}

function polygonOf(rings: unknown, polygon: number): Polygon {
  if (!Array.isArray(rings) || rings.length === 0) {
    throw new AreaFault(`Expected an outer ring in polygon ${polygon}, got none.`);
  }
  return rings.map((ring, place) => wound(ringOf(ring, `polygon ${polygon}, ring ${place}`), place === 0));
}

function ringOf(positions: unknown, where: string): Ring {
  if (!Array.isArray(positions) || positions.length < 4) {
    const got = Array.isArray(positions) ? positions.length : 'none';
    throw new AreaFault(`Expected at least 4 positions in ${where}, got ${got}; draw the outline again.`);
  }
  const ring = positions.map((position, place) => positionOf(position, `${where}, position ${place}`));
  const first = ring[0];
  const last = ring.at(-1);
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
    throw new AreaFault(`Expected ${where} to end where it starts (${first}), got ${last}; close the ring.`);
  }
  // A ring crossing itself like an 8 may have no net area and is still a shape; one on a single line is not.
  if (ring.every((_, i) => i < 2 || signedRingArea([ring[0], ring[i - 1], ring[i], ring[0]] as Ring) === 0)) {
    throw new AreaFault(`Expected ${where} to enclose an area, got a line or a point; draw the outline again.`);
  }
  return ring;
}

function positionOf(position: unknown, where: string): Position {
  const [longitude, latitude] = Array.isArray(position) ? (position as unknown[]) : [];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') {
    throw new AreaFault(`Expected two numbers in ${where}, got ${JSON.stringify(position) ?? 'nothing'}.`);
  }
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
    throw new AreaFault(
      `Expected degrees (longitude, latitude) in ${where}, got ${longitude}, ${latitude}; save the file as EPSG:4326.`,
    );
  }
  return [longitude, latitude];
}

function wound(ring: Ring, isOuter: boolean): Ring {
  const area = signedRingArea(ring);
  return area !== 0 && area > 0 !== isOuter ? [...ring].reverse() : ring;
}

function fieldOf(value: unknown, field: 'type' | 'coordinates'): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Record<string, unknown>)[field];
}
