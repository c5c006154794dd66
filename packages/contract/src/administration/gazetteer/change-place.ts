import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { placeFields } from './place.ts';

/** Changes a place of the force's own as a whole, or takes it out of use; `version` is the one that was read. */
export const changePlace = command('gazetteer.manage', {
  path: '/places/{placeId}',
  method: 'PUT',
  summary: 'Change a place of the force’s own',
  tag: 'administration',
})
  .input(
    commandHeader.extend({
      placeId: z.coerce.number().int(),
      version: z.number().int(),
      active: z.boolean().default(true),
      ...placeFields.shape,
    }),
  )
  .output(z.object({ placeId: z.number().int(), version: z.number().int() }));
