import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { differences, reportChange } from '../organisation/change-history.ts';
import { loadTypes } from '../organisation/store.ts';
import { openWholeTree } from '../roles/judge-role.ts';
import { boardsOf } from './boards-of.ts';
import { judgeAliases } from './judge-type.ts';
import { insertType } from './store.ts';

type Operation = typeof contract.administration.addType;

/** Adds a type in the group that its code names, or a group. */
export async function addType(context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const tree = await openWholeTree(context);
  const types = await loadTypes(context.tx);
  const { commandId: _id, madeAt: _at, deviceId: _device, postId: _post, group, ...fields } = input;
  if (types.some((type) => type.code === fields.code)) refuse('CONFLICT', 'type.code_taken', { field: 'code' });
  const above = fields.code.split('.').slice(0, -1).join('.');
  const parent = types.find((type) => type.code === above);
  if (above !== '' && (!parent || parent.selectable || !parent.active))
    refuse('UNPROCESSABLE_CONTENT', 'type.group_unknown', { field: 'code', parameters: { code: above } });
  // A leaf without a group would stand in no branch of the tree.
  if (above === '' && !group) refuse('UNPROCESSABLE_CONTENT', 'type.group_missing', { field: 'code' });
  judgeAliases(types, fields.aliases);
  const made = { ...fields, active: true, selectable: !group };
  const typeId = await insertType(context.tx, { ...made, parentId: parent?.typeId ?? null });
  await reportChange(context, {
    action: 'type_made',
    subjectKind: 'type',
    subjectId: typeId,
    changes: differences({}, { ...made }),
    values: input,
    boards: boardsOf(tree),
  });
  return { typeId };
}
