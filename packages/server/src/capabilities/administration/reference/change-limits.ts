import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { type FieldChange, reportChange } from '../organisation/change-history.ts';
import { refuseChangedSince } from '../organisation/changed-meanwhile.ts';
import { loadLimits, loadTypes } from '../organisation/store.ts';
import { openTree } from '../organisation/unit-tree.ts';
import { boardsOf } from './boards-of.ts';
import { type LimitKey, putLimit, renewDue } from './store.ts';

type Operation = typeof contract.administration.changeLimits;

/**
 * Sets limits of a force; what waits there is due by them at once. One event a room tells its boards to read anew and the mart
 * what changed at its moment: thousands may wait, and each by itself would crowd the stream.
 */
export async function changeLimits(context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { tx } = context;
  const { forceId, limits } = input;
  const tree = await openTree(context);
  const force = tree.take(forceId, 'forceId');
  if (force.kind !== 'force') refuse('NOT_FOUND', 'unit.unknown', { field: 'forceId' });
  const codes = new Map((await loadTypes(tx)).map((type) => [type.typeId, type.code]));
  const own = (await loadLimits(tx)).filter((limit) => limit.forceId === forceId);
  const changes: FieldChange[] = [];
  const wanted: { key: LimitKey; responseMinutes: number | null }[] = [];
  const seen = new Set<string>();
  const moved: string[] = [];
  for (const { priority, typeId, was, responseMinutes } of limits) {
    const code = typeId === null ? '' : (codes.get(typeId) ?? refuse('NOT_FOUND', 'type.absent', { field: 'limits' }));
    const field = `priority${priority}${code && `:${code}`}`;
    if (seen.has(field)) refuse('UNPROCESSABLE_CONTENT', 'limit.twice', { field: 'limits' });
    seen.add(field);
    const before = own.find((one) => one.priority === priority && one.typeId === typeId)?.responseMinutes ?? null;
    if (before === responseMinutes) continue;
    if (before !== was) moved.push(field);
    changes.push({ field, before, after: responseMinutes });
    wanted.push({ key: { forceId, priority, typeId }, responseMinutes });
  }
  if (moved.length > 0) await refuseChangedSince(context, 'limit', forceId, { version: null, fields: moved });
  for (const { key, responseMinutes } of wanted) await putLimit(tx, key, responseMinutes);
  const renewed = changes.length > 0 ? await renewDue(tx, forceId, context.now) : 0;
  await reportChange(context, {
    action: 'limits_changed',
    subjectKind: 'limit',
    subjectId: forceId,
    unitId: forceId,
    reason: input.reason,
    changes,
    values: input,
    boards: boardsOf(tree, forceId),
  });
  return { changed: changes.length, renewed };
}
