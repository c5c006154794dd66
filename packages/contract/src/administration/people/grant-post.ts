import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { newPost } from './person-input.ts';

/** Gives a person a role at a unit. What the role may do there must lie within what the giver administers. */
export const grantPost = command('people.manage', {
  path: '/people/{personId}/posts',
  summary: 'Give a post',
  tag: 'administration',
})
  .input(commandHeader.extend({ personId: z.uuid(), ...newPost.shape }))
  .output(z.object({ postId: z.uuid() }));
