import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { versionSeen } from '../organisation-change.ts';
import { personLanguage, personNames, serviceNumber } from './person-input.ts';

/** Changes a person's names, service number or language. */
export const changePerson = command('people.manage', {
  path: '/people/{personId}',
  method: 'PATCH',
  summary: 'Change a person',
  tag: 'administration',
})
  .input(
    commandHeader.extend({
      personId: z.uuid(),
      version: versionSeen,
      ...personNames,
      serviceNumber,
      language: personLanguage,
    }),
  )
  .output(z.object({ version: z.number().int(), changed: z.array(z.string()) }));
