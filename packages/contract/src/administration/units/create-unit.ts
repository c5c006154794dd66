import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { requiredText } from '../../platform/text.ts';
import { localDay, population, threeNames, typeCodes, unitCode } from './unit-input.ts';
import { unitKind } from './unit-kinds.ts';

/** Makes a unit under another, from a day on. What may stand under what is said by `parentKinds`. */
export const createUnit = command('organisation.manage', {
  path: '/organisation/units',
  summary: 'Make a unit',
  tag: 'administration',
})
  .input(
    commandHeader.extend({
      kind: unitKind.exclude(['force']),
      code: unitCode,
      ...threeNames,
      parentId: z.number().int(),
      /** That of the parent when absent. */
      timeZone: requiredText(60).optional(),
      population: population.nullable().default(null),
      typeCodes: typeCodes.default([]),
      validFrom: localDay,
    }),
  )
  .output(z.object({ unitId: z.number().int() }));
