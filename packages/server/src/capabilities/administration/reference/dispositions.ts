import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { differences, reportChange } from '../organisation/change-history.ts';
import { refuseChangedMeanwhile } from '../organisation/changed-meanwhile.ts';
import { loadDispositions } from '../organisation/store.ts';
import { openWholeTree } from '../roles/judge-role.ts';
import { boardsOf } from './boards-of.ts';
import { type DispositionFields, insertDisposition, updateDisposition } from './store.ts';

type Create = typeof contract.administration.createDisposition;
type Change = typeof contract.administration.changeDisposition;

const fieldsOf = ({ nameAr, nameEn, nameFr, offenceRecorded }: DispositionFields) => ({
  nameAr,
  nameEn,
  nameFr,
  offenceRecorded,
});

/** Makes a disposition. */
export async function createDisposition(context: CommandContext, input: InputOf<Create>): Promise<OutputOf<Create>> {
  const tree = await openWholeTree(context);
  if ((await loadDispositions(context.tx)).some((one) => one.code === input.code))
    refuse('CONFLICT', 'disposition.code_taken', { field: 'code' });
  const dispositionId = await insertDisposition(context.tx, input.code, fieldsOf(input));
  await reportChange(context, {
    action: 'disposition_made',
    subjectKind: 'disposition',
    subjectId: dispositionId,
    changes: differences({}, { code: input.code, ...fieldsOf(input) }),
    values: input,
    boards: boardsOf(tree),
  });
  return { dispositionId };
}

/** Changes a disposition or takes it out of use. */
export async function changeDisposition(context: CommandContext, input: InputOf<Change>): Promise<OutputOf<Change>> {
  const tree = await openWholeTree(context);
  const found = (await loadDispositions(context.tx)).find((one) => one.dispositionId === input.dispositionId);
  if (!found) refuse('NOT_FOUND', 'disposition.absent', { field: 'dispositionId' });
  const next = { ...fieldsOf(input), active: input.active };
  const changes = differences({ ...fieldsOf(found), active: found.active }, next);
  const { dispositionId, version: before } = found;
  const seen = { kind: 'disposition', id: dispositionId, version: before, seen: input.version } as const;
  await refuseChangedMeanwhile(context, seen, changes);
  const version = changes.length > 0 ? await updateDisposition(context.tx, dispositionId, next) : before;
  await reportChange(context, {
    action: 'disposition_changed',
    subjectKind: 'disposition',
    subjectId: dispositionId,
    reason: input.reason,
    changes,
    version,
    values: input,
    boards: boardsOf(tree),
  });
  return { version, changed: changes.map((change) => change.field) };
}
