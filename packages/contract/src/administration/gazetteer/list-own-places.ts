import * as z from 'zod';
import { query } from '../../platform/operation.ts';
import { pageOf, pageRequest } from '../../platform/paging.ts';
import { placeFields } from './place.ts';

/** The own places of the forces that the person may manage, newest first. */
export const listOwnPlaces = query('gazetteer.manage', {
  path: '/places/own',
  summary: 'Places of the force’s own',
  tag: 'administration',
})
  .input(pageRequest)
  .output(
    pageOf(
      z.object({
        placeId: z.number().int(),
        unitId: z.number().int(),
        version: z.number().int(),
        active: z.boolean(),
        ...placeFields.shape,
      }),
    ),
  );
