import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { differences, reportChange } from '../organisation/change-history.ts';
import { refuseChangedMeanwhile } from '../organisation/changed-meanwhile.ts';
import { openWholeTree } from '../roles/judge-role.ts';
import { boardsOf } from './boards-of.ts';
import { readTypes, updateType } from './store.ts';
import { typeFieldsOf } from './type-fields.ts';

type Operation = typeof contract.administration.changeType;

/** Changes a type; a group goes out of use when nothing in it is in use. */
export async function changeType(context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const tree = await openWholeTree(context);
  const types = await readTypes(context.tx);
  const type = types.find((one) => one.typeId === input.typeId);
  if (!type) refuse('NOT_FOUND', 'type.absent', { field: 'typeId' });
  if (!input.active && types.some((one) => one.parentId === type.typeId && one.active))
    refuse('CONFLICT', 'type.group_in_use', { field: 'active' });
  const next = { ...typeFieldsOf(input), active: input.active };
  const changes = differences({ ...typeFieldsOf(type), active: type.active }, next);
  const { typeId, version: before } = type;
  await refuseChangedMeanwhile(context, { kind: 'type', id: typeId, version: before, seen: input.version }, changes);
  const version = changes.length > 0 ? await updateType(context.tx, typeId, next) : before;
  await reportChange(context, {
    action: 'type_changed',
    subjectKind: 'type',
    subjectId: typeId,
    reason: input.reason,
    changes,
    version,
    values: input,
    boards: boardsOf(tree),
  });
  return { version, changed: changes.map((change) => change.field) };
}
