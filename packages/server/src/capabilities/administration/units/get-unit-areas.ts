import type { contract } from '@marsad/contract';
import { multiPolygonOf } from '@marsad/contract/administration/units/area-geometry.ts';
import type { DrawnArea } from '@marsad/contract/administration/units/unit-view.ts';
import { type AreaGeometry, boundingBoxOf } from '@marsad/contract/platform/geometry.ts';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import { simplifyRing } from '../../../platform/places/simplify-ring.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { UnitTree } from '../organisation/unit-tree.ts';
import { readGeometries } from './store.ts';

type Operation = typeof contract.administration.getUnitAreas;

const mostAreas = 400;
const metresPerDegree = 111_195;
/** A corner that moves the line by less than this share of the picture's width is not seen. */
const unseenShare = 1 / 2_000;

/** Areas for drawing. */
export function getUnitAreas(organisation: Organisation) {
  return async ({ tx, scope, now }: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const tree = new UnitTree(organisation.units, scope, now);
    const unit = tree.take(input.unitId);
    const on = input.on ?? tree.today(unit);
    const children = tree.units.filter((one) => one.parentId === unit.unitId && !tree.isEnded(one));
    const ids = [unit, ...children].slice(0, mostAreas).map((one) => one.unitId);
    const found = (await readGeometries(tx, ids, on)).map((row) => ({
      unitId: row.unitId,
      geometry: multiPolygonOf(row.geometry),
    }));
    const metres = Math.max(0, ...found.map((area) => widthMetres(area.geometry))) * unseenShare;
    return { areas: found.map(({ unitId, geometry }) => ({ unitId, geometry: drawn(geometry, metres) })) };
  };
}

function widthMetres(geometry: AreaGeometry): number {
  const [west, south, east, north] = boundingBoxOf(geometry);
  return Math.max(east - west, north - south) * metresPerDegree;
}

function drawn(geometry: AreaGeometry, metres: number): DrawnArea {
  const coordinates = geometry.coordinates.map((polygon) =>
    polygon.map((ring) => simplifyRing(ring, metres).map(([x, y]) => [x, y])),
  );
  return { type: 'MultiPolygon', coordinates };
}
