import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { placeFields } from './place.ts';

/** Adds a place of the force's own, such as a landmark that callers name. A repeat with the same command adds none. */
export const addPlace = command('gazetteer.manage', {
  path: '/places',
  summary: 'Add a place of the force’s own',
  tag: 'administration',
})
  .input(commandHeader.extend({ unitId: z.number().int(), ...placeFields.shape }))
  .output(z.object({ placeId: z.number().int(), version: z.number().int() }));
