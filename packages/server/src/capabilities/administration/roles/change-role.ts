import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { differences, reportChange } from '../organisation/change-history.ts';
import { refuseChangedMeanwhile } from '../organisation/changed-meanwhile.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { loadRoles } from '../organisation/store.ts';
import { keepingAdministrators } from '../people/judge-person.ts';
import { judgeOwnRole, judgeRights, openWholeTree } from './judge-role.ts';
import { updateRole } from './store.ts';

type Operation = typeof contract.administration.changeRole;

/** Changes a role for everybody who holds it, at once. */
export function changeRole(organisation: Organisation) {
  return async (context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    await openWholeTree(context);
    judgeRights(organisation, input.rights);
    const role = (await loadRoles(context.tx)).find((one) => one.roleId === input.roleId);
    if (!role) refuse('NOT_FOUND', 'role.unknown', { field: 'roleId' });
    judgeOwnRole(context.actor, role, input.rights);
    const fieldsOf = (from: typeof role | typeof input) => ({
      nameAr: from.nameAr,
      nameEn: from.nameEn,
      nameFr: from.nameFr,
      rights: from.rights,
      active: from.active,
    });
    const changes = differences(fieldsOf(role), fieldsOf(input));
    const { roleId, version: before } = role;
    await refuseChangedMeanwhile(context, { kind: 'role', id: roleId, version: before, seen: input.version }, changes);
    const version =
      changes.length === 0
        ? before
        : await keepingAdministrators(context, () => updateRole(context.tx, roleId, fieldsOf(input)));
    await reportChange(context, {
      action: 'role_changed',
      subjectKind: 'role',
      subjectId: roleId,
      reason: input.reason,
      changes,
      version,
      values: input,
    });
    return { version, changed: changes.map((change) => change.field) };
  };
}
