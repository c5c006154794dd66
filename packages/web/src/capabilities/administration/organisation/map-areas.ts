import type { DrawnArea } from '@marsad/contract/administration/get-map-areas.ts';
import type { TreeUnit } from '@marsad/contract/administration/units/unit-view.ts';
import type { MapArea } from '../../../platform/map/map-types.ts';

/** What lies around a unit, faintly: the unit above and those beside it, as they are today. */
export function areasAround(drawn: readonly DrawnArea[], unit: Pick<TreeUnit, 'unitId' | 'parentId'>): MapArea[] {
  if (unit.parentId === null) return [];
  return drawn
    .filter((area) => area.unitId === unit.parentId || area.parentId === unit.parentId)
    .filter((area) => area.unitId !== unit.unitId)
    .map((area) => ({
      id: String(area.unitId),
      name: '',
      polygons: area.polygons,
      role: area.unitId === unit.parentId ? 'force' : 'faint',
    }));
}
