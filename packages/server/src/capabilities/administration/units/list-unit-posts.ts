import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { decodeCursor, encodeCursor } from '../../../platform/operations/cursor.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { UnitTree } from '../organisation/unit-tree.ts';
import { pageOfPosts } from './lists-store.ts';

type Operation = typeof contract.administration.listUnitPosts;

/** A page of the posts at a unit. */
export function listUnitPosts(organisation: Organisation) {
  return async ({ tx, scope, now }: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const tree = new UnitTree(organisation.units, scope, now);
    const unit = tree.take(input.unitId);
    const [name, postId] = input.cursor ? decodeCursor(input.cursor, 2) : [];
    const found = await pageOfPosts(tx, {
      unitIds: input.reach === 'unit' ? [unit.unitId] : tree.under(unit.unitId),
      on: input.state === 'now' ? tree.today(unit) : null,
      order: input.order,
      after: name !== undefined && postId !== undefined ? { name, postId } : null,
      limit: input.limit + 1,
    });
    const items = found.slice(0, input.limit);
    const last = items.at(-1);
    const key = input.order === 'ar' ? last?.personNameAr : last?.personNameLatin;
    return { items, nextCursor: found.length > input.limit && last ? encodeCursor([key ?? '', last.postId]) : null };
  };
}
