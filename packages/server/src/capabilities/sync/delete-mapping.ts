import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import { findMapping, removeMapping } from './mappings-store.ts';
import { findShippedMapping } from './shipped-mappings.ts';

type Operation = typeof contract.sync.deleteMapping;

/** Removes a mapping that people made: one's own, or one of a force that one's right to import reaches. */
export async function deleteMapping(
  context: CommandContext,
  { name }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  if (findShippedMapping(name)) refuse('CONFLICT', 'mapping.shipped', { field: 'name' });
  if (!(await removeMapping(context.tx, name))) {
    if (await findMapping(context.tx, name)) refuse('FORBIDDEN', 'area.outside', { field: 'name' });
    refuse('NOT_FOUND', 'mapping.unknown', { field: 'name' });
  }
  context.audit({
    kind: 'administration',
    action: 'sync.mapping_removed',
    subjectKind: 'import_mapping',
    subjectId: name,
  });
  return { name };
}
