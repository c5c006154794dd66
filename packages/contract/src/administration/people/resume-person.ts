import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { requiredText } from '../../platform/text.ts';

/** Takes a person whose service has ended, or will, back into service. Posts that ended stay ended: new ones are given. */
export const resumePerson = command('people.manage', {
  path: '/people/{personId}/resume',
  summary: 'Take a person back into service',
  tag: 'administration',
})
  .input(commandHeader.extend({ personId: z.uuid(), reason: requiredText(500) }))
  .output(z.object({ personId: z.uuid() }));
