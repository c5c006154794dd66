import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import { changesOf } from '../organisation/change-history.ts';
import type { Organisation } from '../organisation/organisation.ts';

type Operation = typeof contract.administration.listRoleChanges;

/** What a role was, change by change. */
export function listRoleChanges(organisation: Organisation) {
  return async ({ tx }: QueryContext, { roleId }: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    if (!organisation.findRole(roleId)) refuse('NOT_FOUND', 'role.unknown', { field: 'roleId' });
    const changes = await changesOf(tx, 'role', roleId);
    return { changes };
  };
}
