import type { contract } from '@marsad/contract';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import { differences, reportChange } from '../organisation/change-history.ts';
import { loadDispositions } from '../organisation/store.ts';
import { openWholeTree } from '../roles/judge-role.ts';
import { boardsOf } from './boards-of.ts';
import { type DispositionFields, insertDisposition, updateDisposition } from './store.ts';

type Adding = typeof contract.administration.addDisposition;
type Changing = typeof contract.administration.changeDisposition;

/** Adds a way in which an incident can end. */
export async function addDisposition(context: CommandContext, input: InputOf<Adding>): Promise<OutputOf<Adding>> {
  const tree = await openWholeTree(context);
  const known = await loadDispositions(context.tx);
  if (known.some((one) => one.code === input.code)) refuse('CONFLICT', 'disposition.code_taken', { field: 'code' });
  const made = { code: input.code, ...fieldsOf({ ...input, active: true }) };
  const dispositionId = await insertDisposition(context.tx, made);
  await reportChange(context, {
    action: 'disposition_made',
    subjectKind: 'disposition',
    subjectId: dispositionId,
    changes: differences({}, { ...made }),
    values: input,
    boards: boardsOf(tree),
  });
  return { dispositionId };
}

/** Changes a disposition for every force; one must stay in use, or nothing could be closed. */
export async function changeDisposition(
  context: CommandContext,
  input: InputOf<Changing>,
): Promise<OutputOf<Changing>> {
  const tree = await openWholeTree(context);
  const known = await loadDispositions(context.tx);
  const before = known.find((one) => one.dispositionId === input.dispositionId);
  if (!before) refuse('NOT_FOUND', 'disposition.unknown', { field: 'dispositionId' });
  if (!input.active && !known.some((one) => one.active && one.dispositionId !== before.dispositionId))
    refuse('CONFLICT', 'disposition.last', { field: 'active' });
  const changes = differences({ ...fieldsOf(before) }, { ...fieldsOf(input) });
  if (changes.length > 0) await updateDisposition(context.tx, before.dispositionId, fieldsOf(input));
  await reportChange(context, {
    action: 'disposition_changed',
    subjectKind: 'disposition',
    subjectId: before.dispositionId,
    reason: input.reason,
    changes,
    values: input,
    boards: boardsOf(tree),
  });
  return { changed: changes.map((change) => change.field) };
}

const fieldsOf = (from: DispositionFields): DispositionFields => ({
  nameAr: from.nameAr,
  nameEn: from.nameEn,
  nameFr: from.nameFr,
  offenceRecorded: from.offenceRecorded,
  active: from.active,
});
