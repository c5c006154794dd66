import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { differences, reportChange } from '../organisation/change-history.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { loadRoles } from '../organisation/store.ts';
import { judgeRights, openWholeTree } from './judge-role.ts';
import { insertRole } from './store.ts';

type Operation = typeof contract.administration.createRole;

/** Makes a role. It works in every list, stream and figure as soon as somebody holds it. */
export function createRole(organisation: Organisation) {
  return async (context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    await openWholeTree(context);
    judgeRights(organisation, input.rights);
    if ((await loadRoles(context.tx)).some((role) => role.code === input.code))
      refuse('CONFLICT', 'role.code_taken', { field: 'code' });
    const { code, nameAr, nameEn, nameFr, rights } = input;
    const roleId = await insertRole(context.tx, { code, nameAr, nameEn, nameFr, rights });
    await reportChange(context, {
      action: 'role_made',
      subjectKind: 'role',
      subjectId: roleId,
      changes: differences({}, { code, nameAr, nameEn, nameFr, rights }),
      values: input,
    });
    return { roleId };
  };
}
