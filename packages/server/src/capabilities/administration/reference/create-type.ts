import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { differences, reportChange } from '../organisation/change-history.ts';
import { openWholeTree } from '../roles/judge-role.ts';
import { boardsOf } from './boards-of.ts';
import { insertType, readTypes } from './store.ts';
import { typeFieldsOf } from './type-fields.ts';

type Operation = typeof contract.administration.createType;

/** Makes a type in a group, or a group. */
export async function createType(context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const tree = await openWholeTree(context);
  const types = await readTypes(context.tx);
  if (types.some((type) => type.code === input.code)) refuse('CONFLICT', 'type.code_taken', { field: 'code' });
  const group = types.find((type) => type.typeId === input.parentId);
  if (input.parentId !== null && (!group || group.selectable))
    refuse('UNPROCESSABLE_CONTENT', 'type.group', { field: 'parentId' });
  const within = group ? `${group.code}.` : '';
  if (!input.code.startsWith(within) || input.code.slice(within.length).includes('.') || input.code === within)
    refuse('UNPROCESSABLE_CONTENT', group ? 'type.code_of_group' : 'type.code_without_dot', {
      field: 'code',
      parameters: { prefix: within },
    });
  const fields = typeFieldsOf(input);
  const typeId = await insertType(context.tx, input.code, input.parentId, fields);
  await reportChange(context, {
    action: 'type_made',
    subjectKind: 'type',
    subjectId: typeId,
    changes: differences({}, { code: input.code, parentId: input.parentId, ...fields }),
    values: input,
    boards: boardsOf(tree),
  });
  return { typeId };
}
