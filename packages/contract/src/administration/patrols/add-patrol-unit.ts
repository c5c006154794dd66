import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { patrolFields } from './patrol-input.ts';

/** Makes a patrol unit: from now on the room of its home can send it. */
export const addPatrolUnit = command('organisation.manage', {
  path: '/organisation/patrol-units',
  summary: 'Make a patrol unit',
  tag: 'administration',
})
  .input(commandHeader.extend(patrolFields))
  .output(z.object({ patrolUnitId: z.number().int() }));
