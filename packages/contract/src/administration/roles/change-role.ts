import * as z from 'zod';
import { command, commandHeader } from '../../platform/operation.ts';
import { typedText } from '../../platform/text.ts';
import { versionSeen } from '../organisation-change.ts';
import { threeNames } from '../units/unit-input.ts';
import { givenRights } from './role-input.ts';

/** Changes a role's names and rights, or takes it out of use: it then gives nothing to whoever holds it. */
export const changeRole = command('role.manage', {
  path: '/roles/{roleId}',
  method: 'PUT',
  summary: 'Change a role',
  tag: 'administration',
})
  .input(
    commandHeader.extend({
      roleId: z.coerce.number().int(),
      version: versionSeen,
      ...threeNames,
      rights: givenRights,
      active: z.boolean(),
      reason: typedText(500).optional(),
    }),
  )
  .output(z.object({ version: z.number().int(), changed: z.array(z.string()) }));
