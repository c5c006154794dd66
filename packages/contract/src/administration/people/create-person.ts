import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { newPost, personLanguage, personNames, serviceNumber, temporaryPassword, userName } from './person-input.ts';

/** Takes a person in with a first post; with a sign-in account where `account` is given. */
export const createPerson = command('people.manage', {
  path: '/people',
  summary: 'Take a person in',
  tag: 'administration',
})
  .input(
    commandHeader.extend({
      personId: z.uuid(),
      ...personNames,
      serviceNumber: serviceNumber.default(''),
      language: personLanguage.default('ar'),
      account: z.object({ userName, password: temporaryPassword }).optional(),
      post: newPost,
    }),
  )
  .output(z.object({ personId: z.uuid() }));
