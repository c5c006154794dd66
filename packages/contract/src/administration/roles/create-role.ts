import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { threeNames } from '../units/unit-input.ts';
import { givenRights, roleCode } from './role-input.ts';

/** Makes a role: a set of rights under a name. Roles hold in every force, so only who administers all may. */
export const createRole = command('role.manage', { path: '/roles', summary: 'Make a role', tag: 'administration' })
  .input(commandHeader.extend({ code: roleCode, ...threeNames, rights: givenRights }))
  .output(z.object({ roleId: z.number().int() }));
