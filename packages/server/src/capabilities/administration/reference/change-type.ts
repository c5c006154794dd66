import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { differences, reportChange } from '../organisation/change-history.ts';
import { loadTypes } from '../organisation/store.ts';
import { openWholeTree } from '../roles/judge-role.ts';
import { boardsOf } from './boards-of.ts';
import { judgeAliases, judgeRetiring, judgeReturning } from './judge-type.ts';
import { type TypeFields, updateType } from './store.ts';

type Operation = typeof contract.administration.changeType;

/** Changes a type or group for every force, at once. */
export async function changeType(context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const tree = await openWholeTree(context);
  const types = await loadTypes(context.tx);
  const type = types.find((one) => one.typeId === input.typeId);
  if (!type) refuse('NOT_FOUND', 'type.none', { field: 'typeId' });
  if (input.active) judgeAliases(types, input.aliases, type.typeId);
  if (type.active && !input.active) judgeRetiring(types, type);
  if (!type.active && input.active) judgeReturning(types, type);
  const changes = differences({ ...fieldsOf(type) }, { ...fieldsOf(input) });
  if (changes.length > 0) await updateType(context.tx, type.typeId, fieldsOf(input));
  await reportChange(context, {
    action: 'type_changed',
    subjectKind: 'type',
    subjectId: type.typeId,
    reason: input.reason,
    changes,
    values: input,
    boards: boardsOf(tree),
  });
  return { changed: changes.map((change) => change.field) };
}

const fieldsOf = (from: TypeFields): TypeFields => ({
  nameAr: from.nameAr,
  nameEn: from.nameEn,
  nameFr: from.nameFr,
  aliases: from.aliases,
  priority: from.priority,
  origin: from.origin,
  iccs: from.iccs,
  attempted: from.attempted,
  eido: from.eido,
  requiredFields: from.requiredFields,
  active: from.active,
});
