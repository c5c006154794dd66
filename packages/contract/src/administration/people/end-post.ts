import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { localDay } from '../units/unit-input.ts';

/** Ends a post; `lastDay` is the last on which it holds, a day before today ends it at once. */
export const endPost = command('people.manage', {
  path: '/people/{personId}/posts/{postId}/end',
  summary: 'End a post',
  tag: 'administration',
})
  .input(commandHeader.extend({ personId: z.uuid(), postId: z.uuid(), lastDay: localDay }))
  .output(z.object({ ended: z.boolean() }));
