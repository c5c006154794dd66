import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { threeNames } from '../units/unit-input.ts';
import { dispositionCode } from './list-input.ts';

/** Makes a disposition: a way in which an incident ends. */
export const createDisposition = command('reference.manage', {
  path: '/reference/dispositions',
  summary: 'Make a disposition',
  tag: 'administration',
})
  .input(commandHeader.extend({ code: dispositionCode, ...threeNames, offenceRecorded: z.boolean() }))
  .output(z.object({ dispositionId: z.number().int() }));
