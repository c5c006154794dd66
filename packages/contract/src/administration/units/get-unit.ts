import * as z from 'zod';
import { query } from '../../platform/operation.ts';
import { organisationChange } from '../organisation-change.ts';
import { treeUnit } from './unit-view.ts';

const names = { nameAr: z.string(), nameEn: z.string(), nameFr: z.string() };

/**
 * One unit with its history: where it stood in the tree and when, its areas, the newest 50 changes of its
 * fields, and what stands in the way of ending it.
 */
export const getUnit = query('organisation.manage', {
  path: '/organisation/units/{unitId}',
  summary: 'A unit and its history',
  tag: 'administration',
})
  .input(z.object({ unitId: z.coerce.number().int() }))
  .output(
    z.object({
      unit: treeUnit.extend({
        version: z.number().int(),
        timeZone: z.string(),
        population: z.number().int().nullable(),
        typeCodes: z.array(z.string()),
        practice: z.boolean(),
        /** West, south, east, north of its force in degrees: no area lies outside. */
        forceBounds: z.array(z.number()).nullable(),
      }),
      placements: z.array(
        z.object({
          parentId: z.number().int(),
          code: z.string(),
          ...names,
          validFrom: z.string(),
          validTo: z.string().nullable(),
        }),
      ),
      areas: z.array(
        z.object({
          areaId: z.number().int(),
          validFrom: z.string(),
          validTo: z.string().nullable(),
          positionCount: z.number().int(),
        }),
      ),
      changes: z.array(organisationChange),
      inUse: z.object({
        children: z.number().int(),
        posts: z.number().int(),
        incidents: z.number().int(),
        patrolUnits: z.number().int(),
      }),
    }),
  );
