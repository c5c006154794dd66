import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { typeCode, typeFields } from './list-input.ts';

/**
 * Makes an incident type in a group, or with `parentId: null` a group. Its code stays: records and figures name it. That of a
 * type begins with its group's and a dot, and that of a group has none: rights, filters and figures find what is in a group by it.
 */
export const createType = command('reference.manage', {
  path: '/reference/types',
  summary: 'Make an incident type',
  tag: 'administration',
})
  .input(commandHeader.extend({ code: typeCode, parentId: z.number().int().nullable(), ...typeFields }))
  .output(z.object({ typeId: z.number().int() }));
