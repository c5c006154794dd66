import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { dispositionCode, dispositionFields } from './type-input.ts';

/** Adds a way in which an incident can end. Dispositions belong to every force, so only who administers all may. */
export const addDisposition = command('reference.manage', {
  path: '/reference/dispositions',
  summary: 'Add a disposition',
  tag: 'administration',
})
  .input(commandHeader.extend({ code: dispositionCode, ...dispositionFields }))
  .output(z.object({ dispositionId: z.number().int() }));
