import type { contract } from '@marsad/contract';
import type { OutputOf } from '@marsad/contract/platform/operation.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { loadDispositions } from '../organisation/store.ts';

/** Types, dispositions and limits, as screens keep them. */
export function listReference(organisation: Organisation) {
  return async ({ tx }: QueryContext): Promise<OutputOf<typeof contract.administration.listReference>> => ({
    types: organisation.types.map((type) => ({ ...type, origin: type.origin as 'reported' | 'police_initiated' })),
    dispositions: await loadDispositions(tx),
    limits: [...organisation.allLimits],
  });
}
