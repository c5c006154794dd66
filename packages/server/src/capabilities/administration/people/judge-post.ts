import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import type { UnitTree } from '../organisation/unit-tree.ts';
import { couldGive, type People } from './judge-person.ts';
import type { PostRow } from './store.ts';

interface Given {
  roleId: number;
  unitId: number;
  validFrom: string;
  validTo: string | null;
}

/** Refuses a post that cannot be given: role or unit not in use on those days, held already, or beyond the giver. */
export function judgePost(
  people: People,
  { actor, now }: CommandContext,
  tree: UnitTree,
  given: Given,
  held: readonly PostRow[],
): void {
  const { roleId, validFrom, validTo } = given;
  if (validTo !== null && validTo < validFrom) refuse('UNPROCESSABLE_CONTENT', 'date.order', { field: 'validTo' });
  const unit = tree.takeLive(given.unitId);
  const role = people.organisation.findRole(roleId);
  if (!role) refuse('UNPROCESSABLE_CONTENT', 'role.unknown', { field: 'roleId' });
  if (!role.active) refuse('UNPROCESSABLE_CONTENT', 'role.inactive', { field: 'roleId' });
  if (validFrom < unit.validFrom || (unit.validTo !== null && (validTo === null || validTo > unit.validTo)))
    refuse('UNPROCESSABLE_CONTENT', 'post.unit_days', { field: 'validFrom' });
  const overlaps = held.some(
    (post) =>
      post.roleId === roleId &&
      post.unitId === given.unitId &&
      (validTo === null || post.validFrom <= validTo) &&
      (post.validTo === null || post.validTo >= validFrom),
  );
  if (overlaps) refuse('CONFLICT', 'post.exists', { field: 'unitId' });
  if (!couldGive(people, tree, actor, now, role, unit.unitId))
    refuse('FORBIDDEN', 'post.reaches_beyond', { field: 'roleId' });
}
