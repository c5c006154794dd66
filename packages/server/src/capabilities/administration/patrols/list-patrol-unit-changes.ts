import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import { changesOf } from '../organisation/change-history.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { UnitTree } from '../organisation/unit-tree.ts';
import { findHome } from './store.ts';

type Operation = typeof contract.administration.listPatrolUnitChanges;

/** What a patrol unit was, change by change. */
export function listPatrolUnitChanges(organisation: Organisation) {
  return async (context: QueryContext, { patrolUnitId }: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const { tx, scope, now } = context;
    const home = await findHome(tx, patrolUnitId);
    if (home === undefined || !new UnitTree(organisation.units, scope, now).reaches(home))
      refuse('NOT_FOUND', 'patrol.unknown', { field: 'patrolUnitId' });
    return { changes: await changesOf(tx, 'patrol_unit', patrolUnitId) };
  };
}
