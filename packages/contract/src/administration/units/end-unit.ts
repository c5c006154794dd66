import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { typedText } from '../../platform/text.ts';
import { versionSeen } from '../organisation-change.ts';
import { localDay } from './unit-input.ts';

/**
 * Ends a unit: `lastDay` is the last on which it stands. Refused while units under it, posts, patrol units or open
 * incidents would be left without it; the refusal counts them. Nothing is deleted.
 */
export const endUnit = command('organisation.manage', {
  path: '/organisation/units/{unitId}/end',
  summary: 'End a unit',
  tag: 'administration',
})
  .input(
    commandHeader.extend({
      unitId: z.coerce.number().int(),
      version: versionSeen,
      lastDay: localDay,
      reason: typedText(500).optional(),
    }),
  )
  .output(z.object({ ended: z.boolean() }));
