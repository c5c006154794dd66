import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import { changesOf } from '../organisation/change-history.ts';
import type { Organisation } from '../organisation/organisation.ts';

type Operation = typeof contract.administration.listTypeChanges;

/** What a type was, change by change. */
export function listTypeChanges(organisation: Organisation) {
  return async ({ tx }: QueryContext, { typeId }: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    if (!organisation.findType(typeId)) refuse('NOT_FOUND', 'type.absent', { field: 'typeId' });
    return { changes: await changesOf(tx, 'type', typeId) };
  };
}
