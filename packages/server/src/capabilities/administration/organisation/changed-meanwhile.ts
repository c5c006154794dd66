// Two at one record: nobody overwrites unseen what somebody else has changed since they looked.
import { refuse } from '../../../platform/operations/refuse.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import type { FieldChange, SubjectKind } from './change-history.ts';
import { readChangesSince } from './store.ts';

interface Seen {
  kind: SubjectKind;
  id: string | number;
  /** The version that stands. */
  version: number;
  /** The version that the person read. */
  seen: number;
}

/** Refuses a change of fields that were changed since the version that was read: who did it and which, and nothing is written. */
export async function refuseChangedMeanwhile(
  context: CommandContext,
  { kind, id, version, seen }: Seen,
  changes: readonly FieldChange[],
): Promise<void> {
  if (seen > version) refuse('UNPROCESSABLE_CONTENT', 'record.version', { field: 'version' });
  if (seen === version || changes.length === 0) return;
  await refuseChangedSince(context, kind, id, { version: seen, fields: changes.map((change) => change.field) });
}

/** Refuses where one of the fields has a change after a version, or after none any change at all. */
export async function refuseChangedSince(
  context: CommandContext,
  kind: SubjectKind,
  id: string | number,
  asked: { version: number | null; fields: readonly string[] },
): Promise<void> {
  const since = await readChangesSince(context.tx, kind, String(id), asked);
  const [newest] = since;
  if (!newest) return;
  // Both names: a screen may be read in another language than its person's.
  const [nameAr, nameLatin] = [newest.nameAr ?? '', newest.nameLatin ?? ''];
  const person = context.actor.language === 'ar' ? nameAr : nameLatin;
  const fields = [...new Set(since.map((change) => change.field))].join(', ');
  refuse('CONFLICT', 'record.changed_meanwhile', {
    field: 'version',
    parameters: { person, nameAr, nameLatin, fields },
  });
}
