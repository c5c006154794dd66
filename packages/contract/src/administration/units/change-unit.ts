import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { typedText } from '../../platform/text.ts';
import { versionSeen } from '../organisation-change.ts';
import { population, threeNames, typeCodes } from './unit-input.ts';

/** Changes a unit's names, population or the types a department works. What it was stays in its history. */
export const changeUnit = command('organisation.manage', {
  path: '/organisation/units/{unitId}',
  method: 'PATCH',
  summary: 'Change a unit',
  tag: 'administration',
})
  .input(
    commandHeader.extend({
      unitId: z.coerce.number().int(),
      version: versionSeen,
      ...threeNames,
      population: population.nullable(),
      typeCodes,
      reason: typedText(500).optional(),
    }),
  )
  .output(z.object({ version: z.number().int(), changed: z.array(z.string()) }));
