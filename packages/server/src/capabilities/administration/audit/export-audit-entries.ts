import type { contract } from '@marsad/contract';
import { actionName, kindName } from '@marsad/contract/administration/audit-words.ts';
import { mostExportedEntries } from '@marsad/contract/administration/export-audit-entries.ts';
import { toCsv } from '@marsad/contract/platform/csv.ts';
import type { InputOf, OutputOf } from '@marsad/contract/platform/operation.ts';
import { refuse } from '../../../platform/operations/refuse.ts';
import type { QueryContext } from '../../../platform/operations/run-query.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { conditionNames, namedPerson, reachOf, viewOf } from './list-audit-entries.ts';
import { pageOfEntries } from './store.ts';

type Operation = typeof contract.administration.exportAuditEntries;

const columns = [
  'audit_id',
  'position',
  'at',
  'kind',
  'kind_name',
  'action',
  'action_name',
  'user_name',
  'person_id',
  'unit_id',
  'unit',
  'subject_kind',
  'subject_id',
  'fields',
  'reason',
  'recipient',
  'source_address',
  'token_id',
  'command_id',
];

/** A selection of the log as CSV, names in the reader's language beside the codes. The export is logged before it is handed over. */
export function exportAuditEntries(organisation: Organisation) {
  return async (context: QueryContext, input: InputOf<Operation>): Promise<OutputOf<Operation>> => {
    const { tx, actor, scope, consult } = context;
    const { recipient, reason, ...filters } = input;
    const conditions = await namedPerson(context, filters);
    const reach = reachOf(organisation, scope);
    const found = await pageOfEntries(tx, conditions, reach, null, mostExportedEntries + 1);
    if (found.length > mostExportedEntries)
      refuse('UNPROCESSABLE_CONTENT', 'audit.export_too_large', { parameters: { most: mostExportedEntries } });
    await consult({
      kind: 'disclosure',
      action: 'audit.exported',
      subjectKind: 'audit_log',
      subjectId: filters.subjectId ?? 'entries',
      fields: conditionNames(filters),
      values: filters,
      recipient,
      reason,
    });
    const rows = found
      .map(viewOf)
      .map((entry) =>
        [
          entry.auditId,
          entry.position,
          entry.at,
          entry.kind,
          kindName(entry.kind, actor.language),
          entry.action,
          actionName(entry.action, actor.language),
          entry.person?.userName,
          entry.person?.personId,
          entry.unitId,
          entry.unitId === null ? null : organisation.findUnit(entry.unitId)?.code,
          entry.subjectKind,
          entry.subjectId,
          entry.fields.join(' '),
          entry.reason,
          entry.recipient,
          entry.sourceAddress,
          entry.tokenId,
          entry.commandId,
        ].map((value) => String(value ?? '')),
      );
    return { csv: toCsv([columns, ...rows]), rows: rows.length };
  };
}
