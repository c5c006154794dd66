import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import type { CommandContext } from '../../platform/operations/run-command.ts';
import { chosenMapping } from './chosen-mapping.ts';
import { findFile, insertRun, requestJob } from './runs-store.ts';

type Operation = typeof contract.sync.startImport;

/** Records the run and asks for its job, in one transaction. */
export async function startImport(context: CommandContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { tx, actor, now } = context;
  const { importId } = input;
  const file = (await findFile(tx, input.fileId)) ?? refuse('NOT_FOUND', 'file.unknown', { field: 'fileId' });
  const mapping = await chosenMapping(tx, input.mapping);
  await insertRun(tx, {
    importId,
    mapping,
    mappingName: mapping.name,
    fileName: file.fileName,
    fileId: file.fileId,
    bytesTotal: file.byteCount,
    personId: actor.personId,
    status: 'waiting',
    dryRun: input.dryRun,
    now,
  });
  await requestJob(tx, 'import', { importId, personId: actor.personId }, `import-${importId}`);
  context.audit({
    kind: 'collection',
    action: 'sync.import_requested',
    subjectKind: 'import',
    subjectId: importId,
    values: { fileId: file.fileId, mapping: mapping.name },
  });
  return { importId };
}
