// What every change of the organisation leaves behind: the history of values, the audit entry, the event.
import { v7 as uuidv7 } from 'uuid';
import { canonicalJson } from '../../../platform/audit/entry.ts';
import type { CommandContext } from '../../../platform/operations/run-command.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import { insertChanges, readChanges } from './store.ts';

export type SubjectKind = 'unit' | 'patrol_unit' | 'person' | 'role' | 'type' | 'disposition' | 'limit';
type Value = string | number | boolean | null | readonly unknown[] | object;

export interface FieldChange {
  field: string;
  before: Value;
  after: Value;
}

/** The fields whose value differs, each with what it was and what it becomes. */
export function differences<Fields extends Record<string, Value>>(before: Fields, after: Fields): FieldChange[] {
  return (
    Object.keys(after)
      .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
      // The database keeps the keys of what is nested in an order of its own.
      .filter((change) => canonicalJson(change.before) !== canonicalJson(change.after))
  );
}

interface Reported {
  action: string;
  subjectKind: SubjectKind;
  subjectId: string | number;
  unitId?: number | null;
  reason?: string | undefined;
  changes: readonly FieldChange[];
  /** The version of the subject that they made; absent where it has none. */
  version?: number;
  /** What goes through the keyed digest: the input without secrets. */
  values: unknown;
  /** Rooms whose boards show something of it. */
  boards?: readonly { forceId: number; roomId: number }[];
}

/** Writes the history of a change and reports it; every server reads the organisation again on the event. */
export async function reportChange(context: CommandContext, reported: Reported): Promise<void> {
  const { action, subjectKind, changes } = reported;
  const subjectId = String(reported.subjectId);
  await insertChanges(
    context.tx,
    changes.map((change) => ({
      change_id: uuidv7(),
      subject_kind: subjectKind,
      subject_id: subjectId,
      field: change.field,
      old_value: JSON.stringify(change.before),
      new_value: JSON.stringify(change.after),
      author_id: context.actor.personId,
      reason: reported.reason || null,
      command_id: context.commandId,
      version: reported.version ?? null,
      at: context.now,
    })),
  );
  context.audit({
    kind: 'administration',
    action: `administration.${action}`,
    subjectKind,
    subjectId,
    unitId: reported.unitId ?? null,
    fields: changes.map((change) => change.field),
    values: reported.values,
    ...(reported.reason && { reason: reported.reason }),
  });
  for (const board of reported.boards ?? [{}])
    context.emit({ kind: `organisation.${action}`, payload: { subjectKind, subjectId }, ...board });
}

// As many as a screen shows.
const mostChanges = 50;

/** The newest changes of a subject, as operations answer them. */
export async function changesOf(tx: QueryContext['tx'], kind: SubjectKind, id: string | number) {
  const changes = await readChanges(tx, kind, String(id), mostChanges);
  return changes.map((change) => ({ ...change, oldValue: change.oldValue, newValue: change.newValue }));
}
