import * as z from 'zod';
import { query } from '../../platform/operation.ts';
import { roleView } from './role-input.ts';

/** Every role with its rights and how many people hold it today. Those who give posts read it to choose from. */
export const listRoles = query('people.manage', { path: '/roles', summary: 'Roles', tag: 'administration' }).output(
  z.object({ roles: z.array(roleView.extend({ holders: z.number().int() })) }),
);
