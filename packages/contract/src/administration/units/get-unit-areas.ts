import * as z from 'zod';
import { query } from '../../platform/operation.ts';
import { drawnArea } from './unit-view.ts';

/**
 * The areas of a unit and of those directly under it on a day (today of the unit when absent), with fewer corners, for
 * drawing: never for deciding where a point lies.
 */
export const getUnitAreas = query('organisation.manage', {
  path: '/organisation/units/{unitId}/areas',
  summary: 'Areas of a unit and its children, for drawing',
  tag: 'administration',
})
  .input(z.object({ unitId: z.coerce.number().int(), on: z.iso.date().optional() }))
  .output(z.object({ areas: z.array(z.object({ unitId: z.number().int(), geometry: drawnArea })) }));
