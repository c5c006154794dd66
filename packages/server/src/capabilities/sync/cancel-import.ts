import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import { findRun, requestCancel } from './runs-store.ts';

type Operation = typeof contract.sync.cancelImport;

/** Asks a run to stop; the job looks after each chunk. Out of reach it is not there. */
export async function cancelImport(context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  if (!(await findRun(context.tx, input.importId))) refuse('NOT_FOUND', 'import.unknown', { field: 'importId' });
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
