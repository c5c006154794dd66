import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { typedText } from '../../platform/text.ts';
import { localDay } from '../units/unit-input.ts';

/**
 * Ends a person's service with a last day: their posts end with it, and once it has passed their sessions too. A day
 * before today ends everything at once. Nothing is deleted.
 */
export const endPerson = command('people.manage', {
  path: '/people/{personId}/end',
  summary: 'End a person’s service',
  tag: 'administration',
})
  .input(commandHeader.extend({ personId: z.uuid(), lastDay: localDay, reason: typedText(500).optional() }))
  .output(z.object({ ended: z.boolean() }));
