import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { decodeCursor, encodeCursor } from '../../../platform/operations/cursor.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { UnitTree } from '../organisation/unit-tree.ts';
import { pageOfPatrolUnits } from './lists-store.ts';

type Operation = typeof contract.administration.listPatrolUnits;

/** A page of the patrol units at home in a unit. */
export function listPatrolUnits(organisation: Organisation) {
  return async ({ tx, scope, now }: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const tree = new UnitTree(organisation.units, scope, now);
    const unit = tree.take(input.unitId);
    const [callSign, id] = input.cursor ? decodeCursor(input.cursor, 2) : [];
    const found = await pageOfPatrolUnits(tx, {
      unitIds: tree.under(unit.unitId),
      after: callSign !== undefined && id !== undefined ? { callSign, id } : null,
      limit: input.limit + 1,
    });
    const items = found.slice(0, input.limit);
    const last = items.at(-1);
    return {
      items,
      nextCursor: found.length > input.limit && last ? encodeCursor([last.callSign, String(last.patrolUnitId)]) : null,
    };
  };
}
