import type { contract } from '@marsad/contract';
import type { OutputOf } from '@marsad/contract/platform/operation.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import { localDate } from '../organisation/local-date.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { countHolders } from './store.ts';

/** Roles as they are now. */
export function listRoles(organisation: Organisation) {
  return async ({ tx, now }: QueryContext): Promise<OutputOf<typeof contract.administration.listRoles>> => {
    const holders = await countHolders(tx, localDate(now, organisation.units[0]?.timeZone ?? 'UTC'));
    return { roles: organisation.roles.map((role) => ({ ...role, holders: holders.get(role.roleId) ?? 0 })) };
  };
}
