import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { typeCode, typeFields } from './type-input.ts';

/**
 * Adds an incident type or, with `group`, a group of types. A code with a dot stands in the group before the dot; types
 * belong to every force, so only who administers all may.
 */
export const addType = command('reference.manage', {
  path: '/reference/types',
  summary: 'Add an incident type',
  tag: 'administration',
})
  .input(commandHeader.extend({ code: typeCode, group: z.boolean().default(false), ...typeFields }))
  .output(z.object({ typeId: z.number().int() }));
