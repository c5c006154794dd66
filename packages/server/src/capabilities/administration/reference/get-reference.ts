import type { contract } from '@marsad/contract';
import type { OutputOf } from '@marsad/contract/platform/operation.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { loadDispositions } from '../organisation/store.ts';
import { UnitTree } from '../organisation/unit-tree.ts';
import { reachesAll } from '../people/judge-person.ts';
import { readTypes } from './store.ts';

/** The lists as they are administered. */
export function getReference(organisation: Organisation) {
  return async ({ tx, scope, now }: QueryContext): Promise<OutputOf<typeof contract.administration.getReference>> => {
    const types = await readTypes(tx);
    return {
      types: types.map((type) => ({ ...type, origin: type.origin as 'reported' | 'police_initiated' })),
      dispositions: await loadDispositions(tx),
      mayChange: reachesAll(new UnitTree(organisation.units, scope, now)),
    };
  };
}
