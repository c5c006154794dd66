import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { typedText } from '../../platform/text.ts';
import { versionSeen } from '../organisation-change.ts';
import { localDay } from './unit-input.ts';

/** The most corners an area may have: more is detail that no decision needs and every screen pays for. */
export const mostCorners = 60_000;

/**
 * Gives a unit an area from a day on; the one before ends the day before. Takes a GeoJSON geometry, Feature or
 * FeatureCollection of Polygons or MultiPolygons in degrees (WGS 84), within the bounds of the force; that of a force
 * itself sets its bounds.
 */
export const putUnitArea = command('organisation.manage', {
  path: '/organisation/units/{unitId}/area',
  method: 'PUT',
  summary: 'Give a unit an area',
  tag: 'administration',
})
  .input(
    commandHeader.extend({
      unitId: z.coerce.number().int(),
      version: versionSeen,
      geojson: z.unknown(),
      from: localDay,
      reason: typedText(500).optional(),
    }),
  )
  .output(z.object({ areaId: z.number().int(), positionCount: z.number().int(), planned: z.boolean() }));
