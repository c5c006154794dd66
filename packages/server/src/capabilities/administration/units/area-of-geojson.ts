import { leavesBounds, type OutlineFault, outlineOf } from '@marsad/contract/administration/units/outline.ts';
import { mostCorners } from '@marsad/contract/administration/units/put-unit-area.ts';
import type { AreaGeometry } from '@marsad/contract/platform/geometry.ts';
import { refuse } from '../../../platform/operations/refuse.ts';

/** Returns what `outlineOf` makes of a GeoJSON value; refuses what is no area. */
export function areaOfGeojson(geojson: unknown): { geometry: AreaGeometry; positionCount: number } {
  const outline = outlineOf(geojson);
  return outline.fault === undefined ? outline : refuseOutline(outline.fault);
}

function refuseOutline(fault: OutlineFault): never {
  if (fault === 'area.too_detailed')
    refuse('PAYLOAD_TOO_LARGE', fault, { field: 'geojson', parameters: { most: mostCorners } });
  return refuse('UNPROCESSABLE_CONTENT', fault, { field: 'geojson' });
}

/** Refuses an area that leaves the bounds of its force by more than rounding. */
export function judgeWithin(geometry: AreaGeometry, bounds: readonly number[] | null): void {
  if (leavesBounds(geometry, bounds)) refuse('UNPROCESSABLE_CONTENT', 'area.outside_force', { field: 'geojson' });
}
