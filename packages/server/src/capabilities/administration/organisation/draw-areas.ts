import type { DrawnArea, DrawnGeometry } from '@marsad/contract/administration/get-map-areas.ts';
import {
  type AreaGeometry,
  type BoundingBox,
  boundingBoxOf,
  type Polygon,
} from '@marsad/contract/platform/geometry.ts';
import { simplifyRing } from '../../../platform/places/simplify-ring.ts';

export interface KnownArea {
  unitId: number;
  kind: string;
  parentId: number | null;
  geometry: AreaGeometry;
}

export const mostCorners = 40_000;
const landMarginDegrees = 1.5;
const metresPerDegree = 111_195;

/**
 * Returns the areas and the land around them with so few corners that a slow link and an old machine take them: what
 * is left out lies within 25 metres of the line drawn, or twice that, and so on, until no more than `mostCorners` are left.
 */
export function drawAreas(
  known: readonly KnownArea[],
  landWithin: (box: BoundingBox) => readonly Polygon[],
): { areas: DrawnArea[]; land: DrawnGeometry } {
  const boxes = known.map((area) => boundingBoxOf(area.geometry));
  const land = boxes.length === 0 ? [] : landWithin(around(boxes));
  for (let tolerance = 25; ; tolerance *= 2) {
    const drawn = {
      areas: known.map(({ geometry, ...area }) => ({ ...area, polygons: simplify(geometry.coordinates, tolerance) })),
      land: simplify(land, tolerance * 4),
    };
    const corners = [...drawn.areas.map((area) => area.polygons), drawn.land].flat(2);
    if (corners.reduce((sum, ring) => sum + ring.length, 0) <= mostCorners || tolerance > 50_000) return drawn;
  }
}

function around(boxes: readonly BoundingBox[]): BoundingBox {
  return [
    Math.min(...boxes.map((box) => box[0])) - landMarginDegrees,
    Math.min(...boxes.map((box) => box[1])) - landMarginDegrees,
    Math.max(...boxes.map((box) => box[2])) + landMarginDegrees,
    Math.max(...boxes.map((box) => box[3])) + landMarginDegrees,
  ];
}

// Islands and holes too small to be seen at this simplification are left out; an area never loses its largest part.
function simplify(polygons: readonly Polygon[], toleranceMetres: number): DrawnGeometry {
  const large = polygons.filter(([outer]) => extent(outer ?? []) > toleranceMetres * 2);
  const kept = large.length > 0 ? large : polygons.slice(0, 1);
  return kept.map((polygon) =>
    polygon
      .filter((ring, index) => index === 0 || extent(ring) > toleranceMetres * 2)
      .map((ring) => simplifyRing(ring, toleranceMetres).map(([x, y]): [number, number] => [round(x), round(y)])),
  );
}

const round = (degrees: number): number => Math.round(degrees * 100_000) / 100_000;

function extent(ring: Polygon[number]): number {
  const [west, south, east, north] = boundingBoxOf({ type: 'MultiPolygon', coordinates: [[ring]] });
  return Math.max(east - west, north - south) * metresPerDegree;
}
