import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { typedText } from '../../platform/text.ts';
import { versionSeen } from '../organisation-change.ts';
import { localDay } from './unit-input.ts';

/**
 * Moves a unit under another parent from a day on. A day to come is kept as planned and replaces an earlier plan; what
 * was stays: old incidents and reports keep the tree of their day.
 */
export const moveUnit = command('organisation.manage', {
  path: '/organisation/units/{unitId}/move',
  summary: 'Move a unit',
  tag: 'administration',
})
  .input(
    commandHeader.extend({
      unitId: z.coerce.number().int(),
      version: versionSeen,
      parentId: z.number().int(),
      from: localDay,
      reason: typedText(500).optional(),
    }),
  )
  .output(z.object({ planned: z.boolean() }));
