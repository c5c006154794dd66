import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import { requestCancel } from './runs-store.ts';

type Operation = typeof contract.sync.cancelImport;

/** Asks a run to stop; the job looks after each chunk. */
export async function cancelImport(context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const status =
    (await requestCancel(context.tx, input.importId, context.now)) ??
    refuse('CONFLICT', 'import.not_running', { field: 'importId' });
  context.audit({
    kind: 'alteration',
    action: 'sync.import_cancel',
    subjectKind: 'import',
    subjectId: input.importId,
    fields: ['status'],
  });
  return { status: status as OutputOf<Operation>['status'] };
}
