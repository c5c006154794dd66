import type { contract } from '@marsad/contract';
import { normaliseForSearch } from '@marsad/contract/administration/text-search/normalise.ts';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { decodeCursor, encodeCursor } from '../../../platform/operations/cursor.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { UnitTree } from '../organisation/unit-tree.ts';
import { reachesAll } from './judge-person.ts';
import { pageOfPeople } from './store.ts';

type Operation = typeof contract.administration.listPeople;

/** A page of people within reach. */
export function listPeople(organisation: Organisation) {
  return async ({ tx, scope, now }: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const tree = new UnitTree(organisation.units, scope, now);
    const within = tree.units.filter((unit) => tree.reaches(unit.unitId));
    const [name, personId] = input.cursor ? decodeCursor(input.cursor, 2) : [];
    const under =
      input.unitId === undefined
        ? null
        : within
            .filter((unit) => tree.pathOf(unit.unitId).some((one) => one.unitId === input.unitId))
            .map((unit) => unit.unitId);
    const found = await pageOfPeople(tx, {
      reach: reachesAll(tree) ? null : within.map((unit) => unit.unitId),
      words: normaliseForSearch(input.search ?? '')
        .split(' ')
        .filter((word) => word !== '')
        .slice(0, 8),
      unitIds: under,
      roleId: input.roleId ?? null,
      state: input.state,
      order: input.order,
      after: name !== undefined && personId !== undefined ? { name, personId } : null,
      today: tree.today(within[0] ?? { timeZone: 'UTC' }),
      limit: input.limit + 1,
    });
    const items = found.slice(0, input.limit);
    const last = items.at(-1);
    const key = input.order === 'ar' ? last?.nameAr : last?.nameLatin;
    return {
      items,
      nextCursor: found.length > input.limit && last ? encodeCursor([key ?? '', last.personId]) : null,
    };
  };
}
